import type { Amend, Detector, Off, Press } from '../types';
import { hash } from '../watch/hash';
import { innermost } from '../watch/innermost';

/** Looked at first this long after a press: what answers sooner makes nobody wait. */
const FIRST_MS = 1000;
/** And then as often as this, while it lasts. */
const LOOK_MS = 1000;
/** Waiting this long, counted from the first look, is told; past ten seconds attention is lost (Nielsen 1993). */
const WARN_MS = 4000;
const STRONG_MS = 10_000;
const CAP_MS = 60_000;
/** A look that comes this late tells that the machine slept. */
const LATE_MS = 2000;
/** What this visitor usually waits for here, and three times its spread. */
const SPREADS = 3;
/** A spinner that belongs to a press stands this near to it. */
const NEAR_PX = 200;
/** Uploads take as long as they take. */
const UPLOAD_MS = 60_000;
/** The clock of animations stands at the beginning of a frame: two at 60 Hz. */
const FRAMES_MS = 34;
const STRENGTH = 0.5;
const STRONG = 0.8;
/** Leaving meanwhile says how long it was. */
const LEFT = 0.1;

const BUSY = '[aria-busy=true],progress:not([value]),[role=progressbar]:not([aria-valuenow])';
/** What says by its role that it tells of something going on. */
const SPEAKING = '[aria-busy=true],[role=progressbar],[role=status],[aria-live]';
const BAR = 'progress[value],[aria-valuenow]';

interface Wait {
  readonly press: Press;
  readonly from: number;
  readonly limitMs: number;
  /** How what is waited for looked. */
  readonly sign: string;
  amend: Amend | undefined;
}

/**
 * Sees a visitor wait for what they pressed: the page says that it is busy, or something turns and turns beside it. Forgives
 * progress that can be seen, text that comes in bit by bit, uploads, players, and what usually takes this long here.
 * Over before ten seconds, it was a hiccup.
 */
export function longWait(): Detector {
  return {
    name: 'long-wait',
    family: 'page',
    start(watch, emit) {
      let excusedAt = -Infinity;
      let playing = false;
      let since: number | undefined;
      let off: Off | undefined;
      let wait: Wait | undefined;

      function end(): void {
        off?.();
        off = since = wait = undefined;
      }

      function first(press: Press, begun: number): void {
        const found = waitingFor(press, begun);
        if (!found || watch.window.document.hidden) return end();
        const usual = watch.baseline(`wait ${watch.route()}`).usual();
        const limitMs = Math.min(STRONG_MS, Math.max(WARN_MS, usual ? usual.median + SPREADS * usual.spread : 0));
        wait = { press, from: watch.now(), limitMs, sign: signOf(found), amend: undefined };
        next(wait, begun);
      }

      function next(current: Wait, begun: number): void {
        const due = watch.now() + LOOK_MS;
        off = watch.after(LOOK_MS, () => {
          const slept = watch.now() - due > LATE_MS || watch.window.document.hidden;
          if (slept || playing || watch.now() - current.from > CAP_MS) return end();
          look(current, begun);
        });
      }

      function look(current: Wait, begun: number): void {
        const { press, from, limitMs } = current;
        const lasted = watch.now() - from;
        const found = waitingFor(press, begun);
        if (!found || signOf(found) !== current.sign) return over(current, lasted);
        const evidence = { ms: watch.now() - press.at, limitMs };
        if (!current.amend && lasted >= limitMs) current.amend = emit({ name: 'long-wait', at: press.at, strength: lasted < STRONG_MS ? STRENGTH : STRONG, target: press.target, evidence });
        if (lasted >= STRONG_MS) current.amend?.({ strength: STRONG, evidence });
        next(current, begun);
      }

      function over({ amend }: Wait, lasted: number): void {
        watch.baseline(`wait ${watch.route()}`).add(lasted);
        if (lasted < STRONG_MS) amend?.({ strength: 0 });
        end();
      }

      watch.onPress((press) => {
        if (wait || !/effectful|stateful/.test(press.control) || watch.now() - excusedAt < UPLOAD_MS || watch.ignored(press.target, 'long-wait')) return;
        const begun = (since ??= press.at);
        playing = false;
        off?.();
        off = watch.after(FIRST_MS, () => first(press, begun));
      });
      watch.on('change', (event) => { if (innermost(event)?.matches('[type=file]')) excusedAt = watch.now(); });
      watch.on('drop', () => { excusedAt = watch.now(); });
      watch.on('play', () => { playing = true; });
      watch.onRoute(end);
      watch.onLeave(() => {
        const lasted = wait ? watch.now() - wait.from : 0;
        wait?.amend?.({ strength: (lasted < STRONG_MS ? STRENGTH : STRONG) + LEFT });
        end();
      });
    },
  };
}

/** What says that the page works on it: around the press, in its form, or turning beside it. Reads layout. */
function waitingFor({ target, x, y }: Press, since: number): Element | undefined {
  const busy = target.closest('[aria-busy=true]') ?? target.closest('form,dialog,[role=dialog]')?.querySelector(BUSY);
  if (busy && isSeen(busy)) return busy;
  const { left, top, width, height } = target.getBoundingClientRect();
  const [atX, atY] = [x ?? left + width / 2, y ?? top + height / 2];
  for (const animation of target.ownerDocument.getAnimations?.() ?? []) {
    const turning = turningIn(animation, since);
    if (turning && isSeen(turning) && (turning.closest(SPEAKING) || distanceTo(turning, atX, atY) <= NEAR_PX)) return turning;
  }
  return undefined;
}

/** What an endless animation turns, if it began with the press. */
function turningIn({ effect, playState, startTime }: Animation, since: number): Element | undefined {
  if (playState !== 'running' || Number(startTime ?? 0) < since - FRAMES_MS || !isKeyframes(effect) || effect.getComputedTiming().iterations !== Infinity) return undefined;
  const { target } = effect;
  return target?.closest(SPEAKING) || effect.getKeyframes().some(({ transform, rotate }) => /rotate|\d(deg|turn|rad)/.test(`${transform} ${rotate}`)) ? target ?? undefined : undefined;
}

function distanceTo(element: Element, x: number, y: number): number {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Changes with everything that tells of progress: words that come, numbers that move. */
function signOf(found: Element): string {
  const region = found.matches('[aria-busy=true]') ? found : found.parentElement ?? found;
  const text = region.textContent ?? '';
  const bar = region.querySelector(BAR);
  return `${text.length} ${hash(text.slice(0, 200))} ${bar?.getAttribute('aria-valuenow') ?? bar?.getAttribute('value')}`;
}

function isSeen(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

function isKeyframes(effect: AnimationEffect | null): effect is KeyframeEffect {
  return !!effect && 'getKeyframes' in effect;
}
