import type { Decision, Gate, Limits, Purpose, Rule, Score } from '../types';
import type { Past } from './ledger';
import { dismissed, gap, limit, never, snoozed, type Held } from './limits';
import type { Moment } from './moment';

/** Everything about the page and the visitor now that a decision needs. */
export interface Here {
  /** Page time in ms. */
  readonly now: number;
  /** Unix time in ms. */
  readonly wallMs: number;
  /** Every page pattern and page name of the rules that matches. */
  readonly pages: readonly string[];
  /** `workflow/step` for each workflow step the visitor stands in. */
  readonly steps: readonly string[];
  /** What the visitor has agreed to. */
  readonly purposes: readonly Purpose[];
  /** When the score reached what the rule needs, and whether the rule has spoken since. */
  readonly bar: { readonly reachedAt: number | undefined; readonly spoken: boolean };
  /** The limits of the file, over all rules together. */
  readonly limits: Limits;
  readonly moment: Moment;
  /** A nudge is open, or about to open. */
  readonly busy: boolean;
  /** The nudge's element is on the page; asked only where the nudge needs one. */
  readonly hasPlace: boolean;
}

interface Asked extends Here {
  readonly rule: Rule;
  readonly score: Score;
  readonly past: Past;
}

/** After a key or a drag the hand is still at work. */
const HAND_MS = 1000;

/** How soon to look again for what ends without a word. */
const LOOK_AGAIN_MS = 1000;

/** Help that comes later is about something else. */
const GIVE_UP_MS = 30_000;

const MAX_REASONS = 3;

/**
 * May we speak now? Asks one gate after the other, always in the same order; the first that holds is the answer.
 * Pure: the same question has the same answer everywhere.
 */
export function decide(rule: Rule, score: Score, here: Here, past: Past): Decision {
  const asked: Asked = { ...here, rule, score, past };
  const [gate, held] = firstHeld(asked);
  return {
    id: `${rule.id}@${Math.round(here.now)}`,
    rule: rule.id,
    at: here.now,
    show: !held,
    gate,
    because: held ? worded(held, here.wallMs) : 'every gate is open',
    score,
    reasons: score.contributions.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points).slice(0, MAX_REASONS),
    againAt: held && againAt(held, here),
  };
}

/** In the order in which they are asked. */
const GATES: readonly (readonly [Gate, (asked: Asked) => Held | false | undefined])[] = [
  ['status', ({ rule }) => (rule.status !== 'live' || !rule.nudge) && { because: rule.nudge ? `status is ${rule.status}` : 'the rule has no nudge' }],
  ['where', where],
  ['purpose', ({ purposes }) => !purposes.includes('help') && { because: 'the visitor has not agreed to help' }],
  ['score', reached],
  ['confidence', ({ rule, score }) => score.confidence < rule.help.confidence && { because: `confidence ${floored(score.confidence, 100)}, needs ${rule.help.confidence}` }],
  ['dismissed', dismissed],
  ['never', never],
  ['snoozed', snoozed],
  ['limit', limit],
  ['gap', gap],
  ['moment', moment],
  ['busy', ({ busy, wallMs }) => busy && { because: 'another nudge is open', until: wallMs + LOOK_AGAIN_MS }],
  ['place', ({ rule, hasPlace, wallMs }) => !hasPlace && rule.nudge?.template === 'tooltip' && { because: 'its place is not on the page', until: wallMs + LOOK_AGAIN_MS }],
];

function firstHeld(asked: Asked): readonly [Gate, Held | undefined] {
  for (const [gate, holds] of GATES) {
    const held = holds(asked);
    if (held) return [gate, held];
  }
  return ['show', undefined];
}

/** The visitor must still be where the rule is about; after an abandonment that is, rightly, no longer the workflow. */
function where({ rule, score, pages, steps }: Asked): Held | undefined {
  const { page, workflow, step } = rule.where;
  if (page.length && !page.some((each) => pages.includes(each))) return { because: `the visitor is not on ${page.join(', ')}` };
  const isLeft = score.contributions.some(({ signal, points }) => signal === 'workflow-abandon' && points > 0);
  const wanted = step.map((id) => `${workflow}/${id}`);
  const isInside = steps.some((each) => (wanted.length ? wanted.includes(each) : each.startsWith(`${workflow}/`)));
  return workflow === undefined || isLeft || isInside ? undefined : { because: `the visitor is not in ${wanted.join(', ') || workflow}` };
}

function reached({ rule, score, bar }: Asked): Held | undefined {
  const value = floored(score.value, 10);
  if (bar.reachedAt === undefined) return { because: `score ${value}, needs ${rule.help.score}` };
  return bar.spoken ? { because: `has spoken for this trouble; score ${value} has to fall first` } : undefined;
}

/** Never in the middle of something, and never long after the trouble. */
function moment({ bar, now, wallMs, moment: { lastKeyAt = -Infinity, lastDragAt = -Infinity, pointerDown, hidden } }: Asked): Held | undefined {
  if (now - (bar.reachedAt ?? now) > GIVE_UP_MS) return { because: `the trouble is more than ${GIVE_UP_MS / 1000} s old` };
  const rest = HAND_MS - (now - Math.max(lastKeyAt, lastDragAt));
  if (rest > 0) return { because: lastKeyAt < lastDragAt ? 'the visitor is dragging' : 'the visitor is typing', until: wallMs + rest };
  if (!pointerDown && !hidden) return undefined;
  return { because: hidden ? 'the page is hidden' : 'a pointer is down', until: wallMs + LOOK_AGAIN_MS };
}

/** When it is worth asking again: never after the time to give up. */
function againAt({ until = Infinity }: Held, { now, wallMs, bar }: Here): number | undefined {
  const at = now + until - wallMs;
  return at <= (bar.reachedAt ?? -Infinity) + GIVE_UP_MS ? at : undefined;
}

function worded({ because, until }: Held, wallMs: number): string {
  return until === undefined ? because : `${because}; ${Math.ceil((until - wallMs) / 1000)} s to go`;
}

/** Rounded down, so that a number that is too small never reads like one that is enough. */
function floored(value: number, parts: number): number {
  return Math.floor(value * parts) / parts;
}
