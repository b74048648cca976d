import { dig, entriesOf, items } from '../dig';
import { ownLanguage } from '../ownLanguage';

/** Words that a visitor may read. */
export interface VisitorText {
  readonly path: string;
  readonly role: 'why' | 'title' | 'body' | 'label';
  /** A BCP 47 tag; of a text without languages the file's own. */
  readonly language: string;
  readonly value: string;
}

/** One thing that is said, in one language or in several. */
export interface Wording {
  readonly path: string;
  readonly role: VisitorText['role'];
  readonly value: unknown;
}

/** Everything that a file says to visitors, as it was written: of each rule its reason and its nudges, those of variants and of later stages too. */
export function wordingsOf(written: unknown): readonly Wording[] {
  return items(dig(written, 'rules')).flatMap((rule, index) => {
    const path = `rules[${index}]`;
    return [{ path: `${path}.why`, role: 'why' as const, value: dig(rule, 'why') }, ...nudgesOf(rule, path).flatMap(({ nudge, at }) => saidBy(nudge, at))]
      .filter(({ value }) => value !== undefined);
  });
}

/** The reader refuses what is longer (280 characters of up to two units each), so no visitor ever reads it. */
const MOST_UNITS = 560;

/** The same, text by text, as far as a visitor could read it. */
export function textsOf(written: unknown): readonly VisitorText[] {
  const own = ownLanguage(written);
  return wordingsOf(written).flatMap(({ path, role, value }) =>
    [['', own, value] as const, ...entriesOf(value).map(([language, text]) => [`.${language}`, language, text] as const)]
      .flatMap(([step, language, text]) => (typeof text === 'string' && text.length <= MOST_UNITS ? [{ path: path + step, role, language, value: text }] : [])));
}

/** The texts in languages of which lint knows words: one word means this here and that there. */
export function knownTextsOf(written: unknown): readonly VisitorText[] {
  return textsOf(written).filter(({ language }) => /^(?:en|de|fr|es)(?:-|$)/.test(language));
}

/** Every nudge of a rule, with its path. */
export function nudgesOf(rule: unknown, path: string): readonly { readonly nudge: unknown; readonly at: string }[] {
  return [
    { nudge: dig(rule, 'nudge'), at: `${path}.nudge` },
    ...items(dig(rule, 'experiment', 'variants')).map((variant, index) => ({ nudge: dig(variant, 'nudge'), at: `${path}.experiment.variants[${index}].nudge` })),
    ...items(dig(rule, 'then')).map((stage, index) => ({ nudge: dig(stage, 'nudge'), at: `${path}.then[${index}].nudge` })),
  ].filter(({ nudge }) => nudge !== undefined);
}

function saidBy(nudge: unknown, at: string): readonly Wording[] {
  return [
    ...headed(nudge, at),
    ...items(dig(nudge, 'steps')).flatMap((step, index) => headed(step, `${at}.steps[${index}]`)),
    ...items(dig(nudge, 'ctas')).map((cta, index) => ({ path: `${at}.ctas[${index}].label`, role: 'label' as const, value: dig(cta, 'label') })),
  ];
}

function headed(said: unknown, at: string): readonly Wording[] {
  return [{ path: `${at}.title`, role: 'title', value: dig(said, 'title') }, { path: `${at}.body`, role: 'body', value: dig(said, 'body') }];
}
