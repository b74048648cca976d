import type { Options } from '../types';
import { safeUrl } from '../nudge/safeUrl';
import { format } from '../words/format';
import type { PreferencesWords } from '../words/words';
import type { Allowed } from './allowed';

/** One line of the notice. */
export interface NoticeLine {
  readonly label: string;
  readonly text: string;
}

const LEVELS: readonly Options['transparency'][] = ['basic', 'intermediate', 'advanced', 'full'];

/**
 * What furrow does here, made of what it runs with, so that it cannot drift from it. The host chooses how much it tells, but what it is
 * for, where it is kept and who gets it is told at every level.
 */
export function noticeOf(words: PreferencesWords, options: Options, all: Allowed, scores: readonly unknown[], base: string): readonly NoticeLine[] {
  const { notice, purposes, families, storage } = words;
  const level = Math.max(0, LEVELS.indexOf(options.transparency ?? 'intermediate'));
  const score = scores.map((each) => {
    const { rule, value, confidence }: Readonly<Record<string, unknown>> = Object(each);
    return format(notice.sure, { what: String(rule), n: Math.floor(Number(value)), share: Math.floor(Number(confidence) * 100) });
  });
  const lines: readonly (readonly [from: number, label: string, ...sentences: readonly string[]])[] = [
    [0, notice.for, listed(all.purposes.map((purpose) => purposes[purpose]), words.lang)],
    [1, notice.seen, `${listed(all.families.map((family) => families[family]), words.lang)}.`, notice.never],
    [0, notice.kept, storage[options.storage ?? 'local']],
    [0, notice.sent, ...recipientOf(words, options, base)],
    [2, notice.how, notice.fit],
    [3, notice.score, ...(score.length ? score : [notice.noScore])],
  ];
  return lines.flatMap(([from, label, ...sentences]) => (from <= level ? { label, text: sentences.join(' ') } : []));
}

/** Who gets it, and for how long. A host that does not say how long is told of, not covered up. */
function recipientOf(words: PreferencesWords, { collect, retention }: Options, base: string): readonly string[] {
  if (!collect) return [words.nowhere];
  return [`${safeUrl(collect, base)?.origin ?? collect}.`, retention ? format(words.retention, { n: retention }) : words.unstated];
}

function listed(names: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { style: 'short', type: 'unit' }).format(names);
}
