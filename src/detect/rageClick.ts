import type { Amend, Baseline, Detector, Off, Press, Response, Watch } from '../types';

/** A pause longer than this ends a burst. */
const GAP_MS = 2000;
/** A hand that hammers stays within this (mouse); a finger is less exact. */
const NEAR_PX = 100;
const NEAR_TOUCH_PX = 120;
/** After this much quiet the burst is told: help must come now, not seconds later. */
const QUIET_MS = 400;
/** A burst this long, with hardly an answer, is told at once. */
const LONG_BURST = 6;
const LONG_BURST_SHARE = 0.8;
/** Repetition that gives something new half of the time is use, not rage: steppers, carousels, calendars, games. */
const PRODUCTIVE_SHARE = 0.5;
/** Faster than this is haste, unless it is this visitor's usual pace; faster than a hand can is a machine or a bouncing switch. */
const FAST_MS = 250;
const SUPERHUMAN_MS = 40;
/** Text and empty space promise nothing, so that hammering them says little. */
const DECOR_STRENGTH = 0.55;

/** Presses remembered of one burst: a game is pressed thousands of times, and each press looks at all of them. */
const MOST_PRESSES = 32;

interface Burst {
  presses: readonly Press[];
  amend: Amend | undefined;
  quiet: Off | undefined;
  isHiccup: boolean;
}

/** What is known of a burst at one moment. */
interface Tally {
  readonly n: number;
  readonly unproductive: number;
  readonly pending: number;
  readonly productive: number;
  readonly unknown: number;
  readonly errors: number;
  readonly blocked: boolean;
  readonly dead: boolean;
}

/**
 * Sees one control pressed again and again without giving the visitor what they want.
 * Forgives repetition that works, whatever its speed, triple clicks that select text, fields, canvases and players.
 * Told 400 ms after the last press; told again with `dead` once it is settled that nothing answered; taken back as a
 * hiccup when the page answers within 10 s.
 */
export function rageClick(): Detector {
  return {
    name: 'rage-click',
    family: 'pointer',
    start(watch, emit) {
      let burst: Burst | undefined;

      watch.onPress((press) => {
        if (burst && !belongs(press, burst.presses)) close(burst);
        if (press.excused || /editable|opaque/.test(press.control) || watch.ignored(press.target, 'rage-click')) return void (burst = undefined);
        const current: Burst = burst && belongs(press, burst.presses) ? burst : { presses: [], amend: undefined, quiet: undefined, isHiccup: false };
        burst = current;
        current.presses = [...current.presses, press].slice(-MOST_PRESSES);
        current.quiet?.();
        current.quiet = watch.after(QUIET_MS, () => judge(current));
        if (current.presses.length >= LONG_BURST && shareOf(current) >= LONG_BURST_SHARE) judge(current);
        watch.onSettled(press, () => { if (current.amend && current.presses.every((each) => watch.response(each).settled)) judge(current); });
        watch.onLate(press, ({ productive, afterMs = 0 }) => {
          // an answer that the visitor went on pressing after was not what they wanted
          if (productive && press.at + afterMs > (current.presses.at(-1)?.at ?? 0)) takeBack(current);
        });
      });

      watch.onLeave(() => { if (burst) close(burst); });

      function shareOf({ presses }: Burst): number {
        return tally(watch, presses).unproductive / presses.length;
      }

      function close(ended: Burst): void {
        ended.quiet?.();
        if (ended.amend) return;
        judge(ended);
        const [first, second] = ended.presses;
        if (first && second && !ended.amend) paceOf(first).add(gapOf(ended.presses));
      }

      /** How quickly this visitor presses again where nothing is wrong, by what they press with. */
      function paceOf({ kind }: Press): Baseline {
        return watch.baseline(`press gap ${kind}`);
      }

      function takeBack(over: Burst): void {
        if (!over.isHiccup) over.amend?.({ strength: 0 });
        over.isHiccup = true;
      }

      function judge(judged: Burst): void {
        const { presses, amend } = judged;
        const [first] = presses;
        const seen = tally(watch, presses);
        if (!first) return;
        if (seen.productive / seen.n >= PRODUCTIVE_SHARE) return takeBack(judged);
        if (!amend && ((seen.productive + seen.unknown) / seen.n >= PRODUCTIVE_SHARE || !qualifies(presses, seen))) return;
        const { n, unproductive, pending, errors, blocked, dead } = seen;
        const { median = FAST_MS, spread = 0 } = paceOf(first).usual() ?? {};
        const strength = strengthOf(presses, seen, Math.min(FAST_MS, median - spread));
        const evidence = { n, spanMs: spanOf(presses), unproductive, pending: pending > 0, errors, blocked, dead, input: first.kind };
        watch.claim(presses);
        if (amend) return judged.isHiccup ? undefined : amend({ strength, evidence });
        judged.amend = emit({ name: 'rage-click', at: first.at, strength, target: first.target, evidence });
      }
    },
  };
}

function belongs(press: Press, presses: readonly Press[]): boolean {
  const last = presses.at(-1);
  if (!last || press.at - last.at > GAP_MS) return false;
  const near = press.kind === 'touch' ? NEAR_TOUCH_PX : NEAR_PX;
  const isNear = Math.hypot((press.x ?? 0) - (last.x ?? 0), (press.y ?? 0) - (last.y ?? 0)) <= near;
  // rendered anew, it is another element in the same place
  const isSame = press.target === last.target || (!last.target.isConnected && press.target.localName === last.target.localName);
  return isNear && isSame;
}

function tally(watch: Watch, presses: readonly Press[]): Tally {
  const responses = presses.map((press) => watch.response(press));
  const count = (test: (response: Response) => boolean): number => responses.filter(test).length;
  return {
    n: presses.length,
    unproductive: count(({ productive, pending, unknown }) => !productive && !pending && !unknown),
    pending: count(({ productive, pending }) => pending && !productive),
    productive: count(({ productive }) => productive),
    unknown: count(({ productive, unknown }) => unknown && !productive),
    errors: responses.reduce((sum, { errors }) => sum + errors, 0),
    blocked: presses.some(({ control }) => control === 'blocked'),
    dead: responses.every(({ alive, unknown, settled }) => settled && !alive && !unknown),
  };
}

function qualifies(presses: readonly Press[], { unproductive, n, blocked }: Tally): boolean {
  const control = presses[0]?.control;
  const none = unproductive === n;
  const within = (count: number, ms: number): boolean => presses.some((press, i) => (presses[i + count - 1]?.at ?? Infinity) - press.at <= ms);
  if (control === 'text' || control === 'decor') return none && within(5, 1200);
  if (presses.every(({ kind }) => kind === 'key')) return within(4, 1500);
  return within(4, 1200) || (none && (within(3, 1000) || within(5, 7000))) || (blocked && within(3, 1500));
}

/** The median time from one press to the next. */
function gapOf(presses: readonly Press[]): number {
  const gaps = presses.slice(1).map(({ at }, i) => at - (presses[i]?.at ?? at)).sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? GAP_MS;
}

/** .35 + .12 for each press over three (four at most) + .25 unproductive + .10 fast + .10 failing or blocked − .35 productive − .25 pending − .15 superhuman. */
function strengthOf(presses: readonly Press[], { n, unproductive, productive, pending, errors, blocked }: Tally, fastMs: number): number {
  const gap = gapOf(presses);
  const strength = 0.35
    + 0.12 * Math.min(n - 3, 4)
    + 0.25 * (unproductive / n)
    + (gap <= fastMs ? 0.1 : 0)
    + (errors || blocked ? 0.1 : 0)
    - 0.35 * (productive / n)
    - 0.25 * (pending / n)
    - (gap < SUPERHUMAN_MS ? 0.15 : 0);
  const most = /text|decor/.test(presses[0]?.control ?? '') ? DECOR_STRENGTH : 1;
  return Math.min(most, Math.max(0, strength));
}

function spanOf(presses: readonly Press[]): number {
  return (presses.at(-1)?.at ?? 0) - (presses[0]?.at ?? 0);
}
