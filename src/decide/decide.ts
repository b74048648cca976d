import type { Contribution, Decision, Held, Score } from '../types';
import { answerOf, GATES, type Question } from './gates';
import type { Asked } from './here';
import { lowered } from './policy';
import { segmentsOf } from './who';

/** From here on help is due: the trouble is there, and what holds now holds the help back. */
const DUE = GATES.findIndex(({ gate }) => gate === 'unless');

const MAX_REASONS = 3;

/**
 * May we speak now? Asks the gates, always in the same order. Where help is not due, the first that holds is the answer;
 * where it is, everything that holds is told. Pure: the same question has the same answer everywhere.
 */
export function decide(asked: Asked): Decision {
  const { rule, rules, score, here, nudge, arm, stage } = asked;
  const held: Held[] = [];
  let silent = 0;
  let asking = 0;
  for (; asking < GATES.length && (asking > DUE || held.length === silent); asking++) {
    const found = heldAt(GATES[asking], asked);
    held.push(...found);
    silent += found.filter(({ code }) => isSilent(code, asked)).length;
  }
  const isDue = asking > DUE;
  const { gate, code, because } = held[0] ?? { gate: 'show', code: 'open', because: 'every gate is open' };
  const { action, channel, review } = isDue ? answerOf(asked) : { action: 'watch', channel: 'none', review: 'no' } as const;
  return {
    id: `${rule.id}@${Math.round(here.now)}`,
    rule: rule.id,
    at: here.now,
    show: !held.length,
    wouldShow: isDue && held.length > 0 && held.length === silent,
    gate, code, because, held, score,
    get reasons() {
      return reasonsOf(score);
    },
    againAt: againAt(held.filter((each) => !isSilent(each.code, asked)), asked),
    action, channel: nudge && channel !== 'none' ? lowered(nudge.template, channel) : 'none', review,
    arm: isDue ? held.some((each) => each.code === 'held-out') ? 'holdout' : arm : undefined,
    stage, nudge,
    segments: isDue ? segmentsOf(rules.segments, here.host.attributes) : [],
  };
}

/** Everything that holds at one gate. */
export function heldAt(question: Question | undefined, asked: Asked): readonly Held[] {
  const { now, wallMs } = asked.here;
  return (question?.held(asked) ?? []).flatMap((reason) => {
    if (!question || !reason) return [];
    const { code, because, until } = reason;
    const leftMs = until === undefined ? undefined : Math.max(1, until - wallMs);
    return { gate: question.gate, code, because: leftMs === undefined ? because : `${because}; ${worded(leftMs)} to go`, againAt: leftMs && now + leftMs };
  });
}

/** It keeps a nudge from being shown, not from being due: the rule is tried out, or the visit is there to compare with. */
function isSilent(code: Held['code'], { rule }: Asked): boolean {
  return code === 'held-out' || code === 'control' || (code === 'status' && rule.status === 'watch');
}

/**
 * When it is worth asking again: when all of it may be over, and never after the time to give up. What is known to be broken is
 * not waited for where more holds: when only it is left, the visitor can be told of it.
 */
function againAt(held: readonly Held[], { rule, bar, since }: Asked): number | undefined {
  const more = held.filter(({ code }) => code !== 'incident');
  const at = Math.max(...(more.length ? more : held).map((each) => each.againAt ?? Infinity));
  return at <= (since ?? bar.reachedAt ?? -Infinity) + rule.help.waitMs && at > -Infinity ? at : undefined;
}

function reasonsOf({ contributions }: Score): readonly Contribution[] {
  return contributions.filter(({ signal, points }) => points > 0 && signal !== 'model').sort((a, b) => b.points - a.points).slice(0, MAX_REASONS);
}

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

function worded(ms: number): string {
  const s = Math.ceil(ms / 1000);
  const [unit, length] = s > 2 * DAY_S ? ['d', DAY_S] : s > 2 * HOUR_S ? ['h', HOUR_S] : s > 5 * MINUTE_S ? ['min', MINUTE_S] : ['s', 1];
  return `${Math.ceil(s / Number(length))} ${unit}`;
}
