import type { Detector, SignalName } from '../types';
import { innermost } from '../watch/innermost';

const NAME: SignalName = 'cta-hesitation';
/** What completes a step: a button that sends its form, or what the host marks. */
const PRIMARY = 'form [type=submit],form button:not([type]),[data-furrow-cta]';
const OFF = ':disabled,[aria-disabled=true]';

/** Resting this long before the press is weighing it; shorter rests are reading the label (SIGNALS: 2.5 s is too common to tell). */
const DWELL_MS = 5000;
/** Weighed against the visitor's own time from coming to pressing. */
const OWN_PACE = 4;
/** A hand at rest trembles within this. */
const REST_PX = 24;
/** A hand that has not trembled for so long is not on the mouse. */
const IDLE_MS = 5000;
/** Shorter than this the pointer passed over. */
const VISIT_MS = 300;
/** So many visits, each without a press, within this time. */
const VISITS = 3;
const VISITS_WITHIN_MS = 10_000;
/** Whoever has had the focus there for so long was away. */
const AWAY_MS = 60_000;

const STRENGTH = 0.45;
const PER_VISIT = 0.1;
const LONG = 0.1;

interface Stay {
  readonly target: Element;
  from: number;
  movedAt: number;
  x: number;
  y: number;
}

/**
 * Sees a mouse that rests on the button which completes a step, or comes to it again and again, without a press; and a
 * keyboard that stays on it and goes away again. Forgives passing over, a mouse that nobody holds, scrolling under it,
 * disabled buttons, what has just been pressed, and who always takes their time. A finger does not hover.
 */
export function ctaHesitation(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      const usual = { mouse: watch.baseline('cta mouse'), key: watch.baseline('cta key') };
      let stay: Stay | undefined;
      let focus: { readonly target: Element; readonly from: number } | undefined;
      let visits: readonly number[] = [];
      let visited: Element | undefined;
      let keyed = false;
      /** What the pointer was over at last, and the button that it belongs to. */
      let under: Element | undefined;
      let cta: Element | undefined;

      function limitOf(input: keyof typeof usual): number {
        return Math.max(DWELL_MS, OWN_PACE * (usual[input].usual()?.median ?? 0));
      }

      function tell(target: Element, at: number, input: keyof typeof usual, n: number, isLong: boolean): void {
        if (watch.ignored(target, NAME)) return;
        const evidence = { n, ms: watch.now() - at, limitMs: limitOf(input), input };
        emit({ name: NAME, at, strength: STRENGTH + PER_VISIT * (n - 1) + (isLong ? LONG : 0), target, evidence });
      }

      /** The pointer has left: was it a visit? */
      function leave(): void {
        if (!stay || stay.movedAt - stay.from < VISIT_MS) return void (stay = undefined);
        const { target, from } = stay;
        stay = undefined;
        const now = watch.now();
        visits = [...(visited === target ? visits : []).filter((at) => now - at < VISITS_WITHIN_MS), from];
        visited = target;
        if (visits.length < VISITS) return;
        tell(target, visits[0] ?? from, 'mouse', visits.length, false);
        visits = [];
      }

      watch.onMove(({ at, x, y, target, pressed }) => {
        if (target !== under) cta = primaryOf(target);
        under = target;
        if (pressed || cta !== stay?.target) leave();
        if (pressed || !cta) return;
        stay ??= { target: cta, from: at, movedAt: at, x, y };
        if (stay.from === Infinity) return;
        if (Math.hypot(x - stay.x, y - stay.y) > REST_PX || at - stay.movedAt > IDLE_MS) Object.assign(stay, { from: at, x, y });
        stay.movedAt = at;
        if (at - stay.from < limitOf('mouse')) return;
        tell(cta, stay.from, 'mouse', 1, true);
        stay.from = Infinity;
      });
      watch.on('scroll', () => { stay = undefined; });
      watch.on('pointerdown', (event) => {
        keyed = false;
        const from = primaryOf(innermost(event)) === stay?.target ? stay?.from : undefined;
        if (from !== undefined && from < Infinity) usual.mouse.add(watch.now() - from);
        // after the press the pointer stays where it is
        if (stay) stay.from = Infinity;
        visits = [];
      });

      watch.on('keydown', ({ key }) => {
        keyed = true;
        // who writes does not weigh
        if (stay) stay.from = Math.max(stay.from, watch.now());
        if (focus && (key === 'Enter' || key === ' ')) {
          usual.key.add(watch.now() - focus.from);
          focus = undefined;
        }
      });
      watch.on('focusin', (event) => {
        const target = keyed ? primaryOf(innermost(event)) : undefined;
        focus = target && { target, from: watch.now() };
      });
      watch.on('focusout', () => {
        const ms = focus ? watch.now() - focus.from : 0;
        if (focus && keyed && ms >= limitOf('key') && ms < AWAY_MS) tell(focus.target, focus.from, 'key', 1, true);
        focus = undefined;
      });
      watch.on('visibilitychange', () => {
        stay = undefined;
        focus = undefined;
      });
    },
  };
}

function primaryOf(target: Element | undefined): Element | undefined {
  const cta = target?.closest(PRIMARY);
  return cta && !cta.closest(OFF) ? cta : undefined;
}
