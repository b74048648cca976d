import type { Amend, Detector, Move } from '../types';
import { watchAway } from '../watch/away';
import { createTurns } from './turns';

/** A turn counts when the mouse went so far before and after it: less is a tremor, or searching for the right spot. */
const LEG_PX = 40;
/** So many turns on one axis, within this time: a way along a menu and back has one, looking for the pointer three or four. */
const TURNS = 6;
const WITHIN_MS = 1500;
/** Whoever shakes the mouse to find the pointer has found it by then. */
const LEAST_MS = 900;
/** All that way for nothing: long, fast, and ending near where it began. */
const PATH_PX = 900;
const PX_PER_MS = 0.6;
const STRAIGHT = 0.25;
/** Faster than a hand: a remote desktop or a second screen puts the pointer elsewhere. A shake of 250 px five times a second reaches 8. */
const LEAP_PX_PER_MS = 12;
/** Calm for this long ends it. */
const CALM_MS = 700;
/** What moves under a wheel or a scrolling page was not shaken. */
const SCROLL_MS = 200;
/** Who comes back looks for the pointer first. */
const WOKE_MS = 2000;
/** Trouble with the press of the last seconds explains it. */
const PRESS_MS = 10_000;

const STRENGTH = 0.5;
const PER_TURN = 0.04;
const MOST_TURNS = 12;
/** Turns kept: what a hand can make in 1500 ms. */
const KEPT = 16;
const FAR_PX = 1800;
const MORE = 0.1;
const IN_MENU = 0.2;
const WOKE = 0.3;

const MENU = 'nav,[role=menu],[role=menubar]';
const DRAWN_ON = 'canvas,video,[data-furrow-opaque]';

/** Nothing was pressed. */
const NONE = { alive: true, unknown: false, settled: true, pending: false };

interface Turn {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** How far the mouse had gone by then. */
  readonly path: number;
}

interface Axis {
  readonly turned: (value: number) => boolean;
  /** Those of the last 1500 ms. */
  turns: readonly Turn[];
}

/**
 * Sees a mouse shaken to and fro, or round and round, without a button held.
 * Forgives tremor, drawing and dragging, scrolling, a pointer that is looked for (after coming back, or with two sweeps),
 * leaps of remote desktops, and touch, which does not hover.
 */
export function thrashedCursor(): Detector {
  return {
    name: 'thrashed-cursor',
    family: 'pointer',
    start(watch, emit) {
      const wokeAt = watchAway(watch);
      let last: Move | undefined;
      let path = 0;
      let across = createAxis();
      let down = createAxis();
      let stillUntil = -Infinity;
      let told: { at: number; n: number; readonly amend: Amend } | undefined;

      for (const type of ['wheel', 'scroll'] as const) watch.on(type, () => { stillUntil = watch.now() + SCROLL_MS; });

      watch.onMove((move) => {
        const { at, x, y, pressed } = move;
        const before = last ?? move;
        const ms = at - before.at;
        const px = Math.hypot(x - before.x, y - before.y);
        last = move;
        if (pressed || at < stillUntil || ms < 0 || ms > CALM_MS || px > LEAP_PX_PER_MS * ms) {
          [across, down, path] = [createAxis(), createAxis(), 0];
        }
        path += px;
        follow(across, x, move);
        follow(down, y, move);
      });

      function follow(axis: Axis, value: number, move: Move): void {
        if (!axis.turned(value)) return;
        const { at, x, y } = move;
        const turns = [...axis.turns, { at, x, y, path }].slice(-KEPT).filter((turn) => at - turn.at < WITHIN_MS);
        axis.turns = turns;
        if (isThrashing(turns)) watch.soon(() => judge(turns, move));
      }

      function judge(turns: readonly Turn[], { target, at }: Move): void {
        const [first] = turns;
        const end = turns.at(-1);
        if (!first || !end || !target || target.closest(DRAWN_ON) || watch.ignored(target, 'thrashed-cursor')) return;
        const n = turns.length;
        const before = told && at - told.at < CALM_MS ? told : undefined;
        if (before) before.at = at;
        if (before && n <= before.n) return;
        const press = watch.cause(at, PRESS_MS);
        const { alive, unknown, settled, pending } = press ? watch.response(press) : NONE;
        const isDead = !alive && !unknown && settled;
        const isWaiting = pending || (!alive && !unknown && !settled);
        const strength = strengthOf(n, end.path - first.path, isWaiting || isDead) - (target.closest(MENU) ? IN_MENU : 0) - (first.at - wokeAt() < WOKE_MS ? WOKE : 0);
        const evidence = { n, spanMs: at - first.at, pending: isWaiting, dead: isDead };
        before?.amend({ strength, evidence });
        told = { at, n, amend: before?.amend ?? emit({ name: 'thrashed-cursor', at: first.at, strength, target, evidence }) };
      }
    },
  };
}

function createAxis(): Axis {
  return { turned: createTurns(LEG_PX), turns: [] };
}

function isThrashing(turns: readonly Turn[]): boolean {
  const [first] = turns;
  const last = turns.at(-1);
  if (!first || !last || turns.length < TURNS) return false;
  const px = last.path - first.path;
  return last.at - first.at >= LEAST_MS && px >= PATH_PX && px >= PX_PER_MS * (last.at - first.at) && Math.hypot(last.x - first.x, last.y - first.y) <= STRAIGHT * px;
}

/** .5 + .04 for each turn over six (six at most) + .1 if it went over 1800 px + .1 while the control is busy or gave no answer. */
function strengthOf(n: number, px: number, isUnanswered: boolean): number {
  return STRENGTH + PER_TURN * (Math.min(n, MOST_TURNS) - TURNS) + (px > FAR_PX ? MORE : 0) + (isUnanswered ? MORE : 0);
}
