import type { Options } from '../types';
import { safeUrl } from '../nudge/safeUrl';
import type { PreferencesWords } from '../words/words';
import type { Allowed } from './allowed';
import { fieldsOf } from './fieldsOf';

const LEVELS: readonly Options['transparency'][] = ['basic', 'intermediate', 'advanced', 'full'];

/**
 * What furrow does here, line by line with its label, made of what it runs with, so that it cannot drift from it. The host chooses how
 * much it tells, but what it is for, where it is kept and who gets it is told at every level.
 */
export function noticeOf({ notice, purposes, families, storage }: PreferencesWords, options: Options, all: Allowed, scores: readonly unknown[], base: string): readonly (readonly string[])[] {
  const { collect, retention, transparency = 'intermediate' } = options;
  const level = LEVELS.indexOf(transparency);
  const lines: readonly (readonly [from: number, ...line: readonly string[]])[] = [
    [0, notice.for, all.purposes.map((each) => purposes[each]).join(' · ')],
    [1, notice.seen, all.families.map((each) => families[each]).join(' · '), '·', notice.never],
    [0, notice.kept, storage[options.storage ?? 'local']],
    [0, notice.sent, ...(collect ? [safeUrl(collect, base)?.origin ?? collect, '·', retention ? notice.days.replace('{n}', `${retention}`) : notice.unstated] : [notice.nobody])],
    [2, notice.how, notice.fit],
    [3, notice.score, scores.map(scoreText).join('; ') || notice.noScore],
  ];
  return lines.flatMap(([from, ...line]) => (from && from > level ? [] : [line]));
}

/** “name: 42/100, 80 %”, from the left in every language. */
function scoreText(score: unknown): string {
  const { rule, value, confidence } = fieldsOf(score);
  return `\u2066${String(rule)}: ${Math.floor(Number(value))}/100, ${Math.floor(Number(confidence) * 100)} %\u2069`;
}
