/** A way of speaking that makes visitors feel watched or judged, and how to say the same of the task. */
export interface Creepy {
  readonly found: RegExp;
  readonly why: string;
  readonly better: string;
}

const WATCHES = 'tells visitors that they are watched';
const FEELS = 'claims to know a feeling; furrow sees what the page did, not how a person feels';
const KNOWS = 'tells more than a visitor would expect to be known';
const BLAMES = 'makes it the fault of the visitor';

const ask = 'ask about the task: ';
const offer = 'offer, and say what the page did: ';

/** Words for what people feel. */
const EN = '(?:frustrat\\w+|angry|annoyed|upset|stressed|confused|irritated|impatient|overwhelmed|desperate|unhappy|nervous|anxious)';
const DE = '(?:frustriert|verärgert|wütend|genervt|gestresst|verwirrt|ungeduldig|überfordert|verzweifelt|unzufrieden|nervös)';
const FR = '(?:frustrée?s?|énervée?s?|en colère|agacée?s?|stressée?s?|perdue?s?|confuse?s?|impatiente?s?|désespérée?s?|nerveu(?:x|se)s?)';
const ES = '(?:frustrad[oa]s?|enfadad[oa]s?|enojad[oa]s?|molest[oa]s?|estresad[oa]s?|confundid[oa]s?|perdid[oa]s?|impacientes?|desesperad[oa]s?|nervios[oa]s?)';

/** From the most telling to the least: of each text the first that fits is told. Sentences end a look, so that words far apart make no phrase. */
export const CREEPY: readonly Creepy[] = [
  { found: said(`\\byou(?:['’]re| are| seem| look| feel| sound|r? must be)\\b[^.?!]{0,30}\\b${EN}\\b`), why: FEELS, better: `${ask}“Is something not working here?”` },
  { found: said(`(?:^|[.?!]\\s*)(?:feeling |are you |getting )?${EN}(?: with [^.?!]{1,40})?\\?`), why: FEELS, better: `${ask}“Stuck on this step?”` },
  { found: said('\\byour (?:frustration|anger|stress|confusion|mood|emotions?|feelings?)\\b'), why: FEELS, better: `${offer}“This step did not go through. Here is another way.”` },
  { found: said('\\bwe(?:[\'’]ve| have)? (?:just |also )?(?:noticed|saw|seen|spotted|detected|observed|see|notice)\\b[^.?!]{0,12}\\byou\\b'), why: WATCHES, better: `${ask}“Having trouble with this field?”` },
  { found: said('\\bwe(?:[\'’]re| are|[\'’]ve been| have been) (?:closely )?(?:watching|tracking|monitoring|following|recording|observing|analy[sz]ing)(?: (?:you|what|how|every\\w*)\\b| your (?:clicks?|mouse|screen|session|visit|every|behaviou?r)|\\s*[.!…]|\\s*$)'), why: WATCHES, better: `${offer}“Need a hand? We can help.”` },
  { found: said('\\byour (?:(?:mouse |cursor )?(?:behaviou?r|movements|hesitation)|(?:mouse|cursor|clicks?|clicking|activity) (?:shows?|suggests?|tells?|looks?|seems?|says?|patterns?))\\b'), why: WATCHES, better: `${offer}“The button did not react. Please try again.”` },
  { found: said('\\bwe know (?:that |where |what |how |who )?(?:you|your)\\b'), why: KNOWS, better: `${ask}“Looking for something?”` },
  { found: said('\\byou(?:[\'’]ve| have)? (?:(?:spent|been)\\b[^.?!]{0,40}\\b(?:seconds?|minutes?|hours?|a (?:long )?(?:while|time))\\b(?! ago)|been (?:staring|sitting|stuck))'), why: KNOWS, better: `${ask}“Any questions about this page?”` },
  { found: said('\\byou (?:keep (?:getting|entering|typing|making|clicking|pressing|failing|forgetting)|still can[\'’]t|failed|(?:are doing|did) (?:it|this|something) wrong|made (?:a|another|the same) mistake)\\b'), why: BLAMES, better: `${offer}“That did not work. Here is what to check.”` },
  { found: said(`\\b(?:sie|du|ihr) (?:sind|bist|seid|wirk(?:en|st)|schein(?:en|st)|klingen|klingst)\\b[^.?!]{0,30}(?<!\\p{L})${DE}`), why: FEELS, better: `${ask}„Klappt hier etwas nicht?“` },
  { found: said(`(?:^|[.?!]\\s*)(?:sind sie |bist du )?${DE}\\?`), why: FEELS, better: `${ask}„Hängt es an diesem Schritt?“` },
  { found: said('\\b(?:ihren?|deinen?) (?:frust|ärger|wut|stress|stimmung|gefühle)\\b'), why: FEELS, better: `${offer}„Dieser Schritt hat nicht geklappt. So geht es auch.“` },
  { found: said('\\b(?:wir haben (?:gesehen|bemerkt|beobachtet|festgestellt)|uns ist aufgefallen|wir (?:sehen|bemerken)), dass (?:sie|du|ihr)\\b'), why: WATCHES, better: `${ask}„Klappt das Feld nicht?“` },
  { found: said('\\bwir (?:beobachten|verfolgen|überwachen|analysieren),? (?:sie|dich|euch|wie|was|jede[nrs]?|(?:ihr|dein) verhalten)\\b'), why: WATCHES, better: `${offer}„Brauchen Sie Hilfe?“` },
  { found: said('\\b(?:ihr|dein)e? (?:verhalten|mausbewegung(?:en)?|klickverhalten|(?:klicks|aktivität(?:en)?) (?:zeig|deute|lass|verr)\\w*)'), why: WATCHES, better: `${offer}„Der Knopf hat nicht reagiert. Bitte versuchen Sie es noch einmal.“` },
  { found: said('\\bwir wissen, (?:dass|was|wo|wer|wie) (?:sie|du|ihr)\\b'), why: KNOWS, better: `${ask}„Suchen Sie etwas?“` },
  { found: said(`\\b(?:vous (?:êtes|semblez|paraissez|avez l['’]air)|tu (?:es|sembles|as l['’]air)) [^.?!]{0,20}${FR}(?![\\p{L}])`), why: FEELS, better: `${ask}« Quelque chose ne marche pas ? »` },
  { found: said(`(?:^|[.?!]\\s*)${FR}\\s?\\?`), why: FEELS, better: `${ask}« Bloqué à cette étape ? »` },
  { found: said('\\b(?:votre|ta) (?:frustration|colère|stress|humeur|énervement)(?![\\p{L}])'), why: FEELS, better: `${offer}« Cette étape n’a pas abouti. Voici une autre voie. »` },
  { found: said('\\b(?:nous avons|on a) (?:remarqué|vu|constaté|observé|détecté) que (?:vous|tu)\\b'), why: WATCHES, better: `${ask}« Un souci avec ce champ ? »` },
  { found: said('\\bnous vous (?:observons|surveillons|suivons|analysons)(?! par )'), why: WATCHES, better: `${offer}« Besoin d’aide ? »` },
  { found: said('\\b(?:votre comportement|vos (?:mouvements|hésitations)|(?:vos clics|votre activité) (?:montre|indique|suggère|révèle))'), why: WATCHES, better: `${offer}« Le bouton n’a pas répondu. Réessayez. »` },
  { found: said('\\bnous savons (?:que|où|ce que|qui|comment) (?:vous|tu)\\b'), why: KNOWS, better: `${ask}« Vous cherchez quelque chose ? »` },
  { found: said(`(?:^|[^\\p{L}])(?:est[áa]s?|parece(?:s)?(?: estar)?|se (?:te )?ve) ${ES}(?![\\p{L}])`), why: FEELS, better: `${ask}«¿Algo no funciona aquí?»` },
  { found: said(`¿(?:est[áa]s? )?${ES}\\?`), why: FEELS, better: `${ask}«¿Se ha atascado en este paso?»` },
  { found: said('\\b(?:su|tu) (?:frustración|enfado|enojo|estrés|estado de ánimo)(?![\\p{L}])'), why: FEELS, better: `${offer}«Este paso no se completó. Aquí hay otra manera.»` },
  { found: said('\\bhemos (?:notado|visto|observado|detectado) que\\b[^.?!]{0,12}\\b(?:usted|tú|has?|no (?:puede|puedes)|lleva|llevas|tiene|tienes|est[áa]s?)(?![\\p{L}])'), why: WATCHES, better: `${ask}«¿Problemas con este campo?»` },
  { found: said('(?:^|[^\\p{L}])(?:(?:te|lo|la|le) (?:estamos (?:observando|vigilando|siguiendo|analizando)|observamos|vigilamos)|estamos (?:observándo|vigilándo|siguiéndo)(?:te|l[eoa]s?))(?![\\p{L}])'), why: WATCHES, better: `${offer}«¿Necesita ayuda?»` },
  { found: said('\\b(?:su|tu) (?:comportamiento|forma de navegar)(?![\\p{L}])|\\b(?:sus|tus) (?:clics|movimientos) (?:muestra|indica|sugiere)'), why: WATCHES, better: `${offer}«El botón no respondió. Inténtelo otra vez.»` },
  { found: said('\\bsabemos (?:que|dónde|qué|quién|cómo) (?:usted|tú|está|estás|tiene|tienes|quiere|quieres)(?![\\p{L}])'), why: KNOWS, better: `${ask}«¿Busca algo?»` },
];

function said(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}
