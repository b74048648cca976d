import type { Human, Reading } from '../parts';
import { format } from '../words/format';
import type { WhyWords } from '../words/words';
import { quoted } from './quoted';
import { reasonTexts } from './why';

/** One thing that would be handed over, as the visitor reads it. */
export interface Part {
  readonly of: 'page' | 'place' | 'reason';
  readonly text: string;
  /** The thing itself, without the words around it. */
  readonly value: string;
}

/** All that would be handed over: the page, the place, and what happened, each once. */
export function partsOf(page: string, reading: Reading, why: WhyWords): readonly Part[] {
  const { place, reasons, trail, words } = reading;
  const of = why.handover;
  return [
    { of: 'page', text: format(of.page, { at: leftToRight(page) }), value: page },
    ...(place ? [{ of: 'place', text: format(of.place, { at: quoted(place, words) }), value: place } as const] : []),
    ...[...new Set(reasonTexts([...reasons, ...trail], reading, why))].map((text) => ({ of: 'reason', text, value: text }) as const),
  ];
}

/** What is handed over of the parts that the visitor left in. */
export function handedOf(left: readonly Part[]): Parameters<NonNullable<Human['chat']>>[0] {
  const valuesOf = (what: Part['of']): readonly string[] => left.filter((part) => part.of === what).map(({ value }) => plain(value));
  return {
    place: valuesOf('place').join(),
    reasons: valuesOf('reason'),
    text: left.map(({ text }) => plain(text)).join('\n'),
    ...(!valuesOf('page').length && { route: '' }),
  };
}

/** Paths and numbers read from the left in every language. */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Without the marks that keep directions apart: not every chat knows them. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
