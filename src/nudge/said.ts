import type { Help, Reading, Told } from '../parts';
import { format } from '../words/format';
import { labelOf } from './label';
import { pick } from './pick';
import { quoted } from './quoted';

/** What one piece of help says, in the visitor's language. */
export interface Said extends Reading {
  readonly title: string;
  readonly body: string;
  /** For what the help is. */
  readonly label: string;
  /** The rule's own words for “why”, or empty. */
  readonly why: string;
}

/** Reads it all once: what the page calls its places may be gone when the visitor asks. */
export function saidOf({ text, why, reasons, counterfactual, human, words, locale }: Help, anchor: Element | undefined): Said {
  const title = pick(text.title, locale);
  const place = labelOf(anchor);
  const told = (list: Help['reasons']): readonly Told[] => list.map((reason) => ({ ...reason, label: labelOf(reason.target) }));
  return {
    title, place, words, counterfactual,
    body: pick(text.body, locale),
    label: place ? format(words.helpFor, { at: quoted(place, words) }) : title,
    why: pick(why, locale),
    reasons: told(reasons),
    trail: told(human?.trail ?? []),
  };
}
