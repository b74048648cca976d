import type { Help } from '../parts';
import { format } from '../words/format';
import { labelOf } from './label';
import { pick } from './pick';
import { isSeen, otherwiseText, quoted, reasonText } from './why';

/** What one piece of help says, in the visitor's language. */
export interface Said {
  readonly title: string;
  readonly body: string;
  /** What the visitor calls the place, or empty. */
  readonly place: string;
  /** For what the help is. */
  readonly label: string;
  /** The rule's own words for “why”, or empty. */
  readonly why: string;
  readonly reasons: readonly string[];
  /** What happened before, which is no reason. */
  readonly trail: readonly string[];
  /** What would have had to be otherwise, or empty. */
  readonly otherwise: string;
}

/** Reads it all once: what the page calls its places may be gone when the visitor asks. */
export function saidOf({ text, why, reasons, counterfactual, human, words, locale }: Help, anchor: Element | undefined): Said {
  const title = pick(text.title, locale);
  const place = labelOf(anchor);
  const told = (list: Help['reasons']): readonly string[] => list.filter(isSeen).map((reason) => reasonText(reason, labelOf(reason.target), words));
  const happened = told(reasons);
  return {
    title, place,
    body: pick(text.body, locale),
    label: place ? format(words.helpFor, { at: quoted(place, words) }) : title,
    why: pick(why, locale),
    reasons: happened,
    trail: told(human?.trail ?? []),
    otherwise: otherwiseText(counterfactual, happened.length, words),
  };
}
