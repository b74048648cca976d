import { dig, entriesOf, items, textsIn } from '../../dig';
import type { Finding } from '../finding';
import { ORDINARY, SENSITIVE } from '../sensitiveWords';
import type { Check } from '../subject';
import { textsOf } from '../texts';

type Kind = 'person' | 'topic' | 'trait';

/** A word on its way to be looked at: where it stands, and what it names. */
interface Word {
  readonly path: string;
  readonly value: string;
  /** `who` names visitors; `name` names a thing of the file; `page` is an address; `text` is what visitors read. */
  readonly as: 'who' | 'name' | 'page' | 'text';
  /** Somebody has written beside it why it is there. */
  readonly isNoted: boolean;
}

/** What is looked for in each, and what is an error there. What is left is told as a topic, until a note says why it must be. */
const LOOKS: Readonly<Record<Word['as'], { readonly errors: readonly Kind[]; readonly topics: readonly Kind[] }>> = {
  who: { errors: ['person', 'topic', 'trait'], topics: [] },
  name: { errors: ['person'], topics: ['topic'] },
  // the address of a page is not the rule's to choose
  page: { errors: [], topics: ['person', 'topic'] },
  text: { errors: ['person'], topics: [] },
};

const SAY_WHY = 'say in a "note" of the rule or the file why it must be named, or name it after the task ("upload-trouble")';

/** Words that infer of visitors what no rule may know. A shop's own pages may be about such things; its rules may not be about such people. */
export const sensitive: Check = ({ written }) => [...whoOf(written), ...namesOf(written), ...pagesOf(written), ...textsOf(written).map(({ path, value }): Word => ({ path, value, as: 'text', isNoted: false }))].flatMap(judge);

function judge({ path, value, as, isNoted }: Word): readonly Finding[] {
  const { errors, topics } = LOOKS[as];
  const words = plain(value);
  for (const { subject, ...kinds } of VOCABULARY) {
    const refused = firstIn(words, errors.map((kind) => kinds[kind]));
    if (refused) return [{ code: 'sensitive', path, message: `“${refused}” would tell something of a visitor's ${subject}, which no rule may infer`, instead: as === 'text' ? 'speak of the task alone' : 'name the trouble, not the person; leave such visitors out of segments' }];
    const topic = isNoted ? undefined : firstIn(words, topics.map((kind) => kinds[kind]));
    if (topic) return [{ code: 'sensitive-topic', path, message: `“${topic}” is about ${subject}; together with a visit it may tell of the visitor`, instead: SAY_WHY }];
  }
  return [];
}

const VOCABULARY = SENSITIVE.map(({ subject, person, topic, trait }) => ({ subject, person: wordsOf(person), topic: wordsOf(topic), trait: wordsOf(trait) }));
const ordinary = wordsOf(ORDINARY);

/** Whole words of a list; between two of them there may be anything that is no letter. */
function wordsOf(list: string): RegExp {
  const words = list.trim().split(/\s+/).map((word) => word.replaceAll('_', '[^a-z0-9]+').replace(/\*$/, '[a-z]*'));
  return new RegExp(`(?<![a-z0-9])(?:${words.join('|')})(?![a-z0-9])`, 'g');
}

/** Without accents and capitals, `isPregnant` as two words, and without what is ordinary. */
function plain(value: string): string {
  return value.replace(/([a-z0-9])([A-Z])/g, '$1 $2').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(ordinary, '–');
}

function firstIn(words: string, patterns: readonly RegExp[]): string | undefined {
  return patterns.flatMap((pattern) => words.match(pattern) ?? [])[0];
}

/** What names visitors: segments, their attributes, and the words that these are compared with. */
function whoOf(written: unknown): readonly Word[] {
  const rules = items(dig(written, 'rules'));
  return [
    ...entriesOf(dig(written, 'segments')).flatMap(([name, who]) => [word(`segments.${name}`, name, 'who'), ...attributesIn(who, `segments.${name}`)]),
    ...rules.flatMap((rule, index) => [
      ...attributesIn(dig(rule, 'who'), `rules[${index}].who`),
      ...items(dig(rule, 'unless')).flatMap((unless, at) => attributesIn(dig(unless, 'who'), `rules[${index}].unless[${at}].who`)),
      ...items(dig(rule, 'then')).flatMap((stage, at) => attributesIn(dig(stage, 'only'), `rules[${index}].then[${at}].only`)),
    ]),
  ];
}

function attributesIn(who: unknown, path: string): readonly Word[] {
  const own = textsIn(dig(who, 'attribute')).map((name) => word(`${path}.attribute`, name, 'who'));
  const values = ['is', 'isNot', 'oneOf', 'noneOf'].flatMap((key) => textsIn(dig(who, key)).map((value) => word(`${path}.${key}`, value, 'who')));
  const inner = ['all', 'any'].flatMap((key) => items(dig(who, key)).flatMap((each, index) => attributesIn(each, `${path}.${key}[${index}]`)));
  const not = dig(who, 'not');
  return [...own, ...values, ...inner, ...(not === undefined ? [] : attributesIn(not, `${path}.not`))];
}

/** What rules and their parts are called: these stand in facts. */
function namesOf(written: unknown): readonly Word[] {
  const isFileNoted = dig(written, 'note') !== undefined;
  const places = ['elements', 'workflows'].flatMap((kind) => entriesOf(dig(written, 'places', kind)).map(([name]) => word(`places.${kind}.${name}`, name, 'name', isFileNoted)));
  const rules = items(dig(written, 'rules')).flatMap((rule, index) => {
    const isNoted = isFileNoted || dig(rule, 'note') !== undefined;
    const named = (value: unknown, path: string): readonly Word[] => textsIn(value).map((text) => word(`rules[${index}].${path}`, text, 'name', isNoted));
    return [
      ...['id', 'name', 'intent'].flatMap((key) => named(dig(rule, key), key)),
      ...named(dig(rule, 'experiment', 'id'), 'experiment.id'),
      ...items(dig(rule, 'signals')).flatMap((term, at) => named(dig(term, 'signal'), `signals[${at}].signal`)),
    ];
  });
  return [...places, ...rules];
}

/** Addresses and names of pages. What a file leaves out (`notPath`) it spares. */
function pagesOf(written: unknown): readonly Word[] {
  const isFileNoted = dig(written, 'note') !== undefined;
  return [
    ...entriesOf(dig(written, 'places', 'pages')).flatMap(([name, page]) => {
      const path = textsIn(dig(page, 'path'));
      return [[name, `places.pages.${name}`] as const, ...path.map((each, index) => [each, `places.pages.${name}.path${Array.isArray(dig(page, 'path')) ? `[${index}]` : ''}`] as const)]
        .map(([value, at]) => word(at, value, 'page', isFileNoted));
    }),
    ...items(dig(written, 'rules')).flatMap((rule, index) => {
      const page = dig(rule, 'where', 'page');
      return textsIn(page).filter((each) => each.startsWith('/')).map((each, at) => word(`rules[${index}].where.page${Array.isArray(page) ? `[${at}]` : ''}`, each, 'page', isFileNoted || dig(rule, 'note') !== undefined));
    }),
  ];
}

function word(path: string, value: string, as: Word['as'], isNoted = false): Word {
  return { path, value, as, isNoted };
}
