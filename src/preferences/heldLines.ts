import type { Holdings } from '../parts';
import type { PreferencesWords } from '../words/words';

/** One thing that is held: a line that says what it is, and all of it. */
export type HeldLine = readonly [line: string, all: unknown];

export type HeldGroup = readonly [name: keyof Holdings, lines: readonly HeldLine[]];

/** Everything that is held, in groups to be read; what came last stands first. */
export function heldLines({ receipt, records, ...lists }: Holdings, words: PreferencesWords): readonly HeldGroup[] {
  const { scores, decisions, signals, waiting } = lists;
  const lines = (list: readonly unknown[]): readonly HeldLine[] => list.map((each): HeldLine => [lineOf(each, words), each]).reverse();
  return [
    ['scores', lines(scores)],
    ['decisions', lines(decisions)],
    ['signals', lines(signals)],
    ['waiting', lines(waiting)],
    ['records', Object.entries(records)],
    ['receipt', receipt ? [[receipt.decision, receipt]] : []],
  ];
}

/** What it was, where, how much of it, and why. */
function lineOf(noun: unknown, { held }: PreferencesWords): string {
  const { kind, name, rule, place, show, value, because }: Readonly<Record<string, unknown>> = Object(noun);
  const said = typeof show === 'boolean' ? held[show ? 'shown' : 'silent'] : undefined;
  return [kind, name, rule, place, said, typeof value === 'number' ? Math.floor(value) : value, because].filter((each) => typeof each === 'string' || typeof each === 'number').join(' · ');
}
