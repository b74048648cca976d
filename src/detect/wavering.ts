import type { Emit, Watch } from '../types';
import { innermost } from '../watch/innermost';

/** Resting this long on a button is considering it, not passing over it. */
const DWELL_MS = 400;
/** So many rests, back and forth, are wavering: five is what a researcher watching would call it. */
const RESTS = 5;
/** All of them within this time. */
const WITHIN_MS = 30_000;
const STRENGTH = 0.6;

/** What a choice is made with. */
const CHOICE = 'button,[role=button],[type=submit],[type=button],[role=radio],[role=option]';

interface Rest {
  readonly target: Element;
  readonly at: number;
}

/** Sees a mouse go back and forth between two buttons and rest on each, without a press. */
export function watchWavering(watch: Watch, emit: Emit): void {
  let rests: readonly Rest[] = [];
  let over: Rest | undefined;
  let at = { x: NaN, y: NaN };

  watch.on('pointerover', (event) => {
    const now = watch.now();
    const target = choiceOf(event);
    const { clientX: x, clientY: y } = event;
    const isStill = x === at.x && y === at.y;
    at = { x, y };
    if (target === over?.target) return;
    // the page has moved, and not the hand
    if (isStill) rests = [];
    else if (over && now - over.at >= DWELL_MS) rest(over);
    over = target && { target, at: now };
    if (over && rests.length === RESTS - 1) confirm(over);
  });
  watch.on('pointerdown', () => { rests = []; });

  function rest(last: Rest): void {
    const before = rests.at(-1);
    if (before?.target === last.target) return;
    const other = rests.at(-2);
    const alternates = !other || other.target === last.target;
    rests = [...(alternates ? rests : rests.slice(-1)), last].filter(({ at }) => last.at - at < WITHIN_MS);
  }

  /** The last rest is told while it lasts, so that help can come before the choice. */
  function confirm(last: Rest): void {
    watch.after(DWELL_MS, () => {
      const [first, second] = rests;
      if (over !== last || rests.length !== RESTS - 1 || !first || first.target !== last.target || second?.target === last.target) return;
      rests = [];
      const ms = watch.now() - first.at;
      if (ms > WITHIN_MS || watch.ignored(last.target, 'field-hesitation')) return;
      emit({ name: 'field-hesitation', at: first.at, strength: STRENGTH, target: last.target, evidence: { ms, limitMs: RESTS * DWELL_MS, field: 'button', input: 'mouse' } });
    });
  }
}

function choiceOf(event: PointerEvent): Element | undefined {
  return event.pointerType === 'mouse' ? innermost(event)?.closest(CHOICE) ?? undefined : undefined;
}
