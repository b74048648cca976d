import type { Page, Press, PressKind, Swipe } from '../types';
import { watchAway } from './away';
import { controlOf } from './control';
import { innermost } from './innermost';

/** A finger, a button or a key went down: the moment from which the page may answer. */
export interface Down {
  readonly at: number;
  readonly kind: PressKind;
  /** The innermost element. */
  readonly target: Element;
  /** The documents and shadow roots around it. */
  readonly roots: readonly (Document | ShadowRoot)[];
  readonly x: number;
  readonly y: number;
  readonly blocked: boolean;
  readonly excused: boolean;
}

/** Between down and up; a hand that moves further drags (Android's touch slop is 8 dp). */
const DRAG_PX = 10;
/** A finger that goes this far and is up again this soon has swiped; a slower one drags, holds or selects. */
const SWIPE_PX = 30;
const SWIPE_MS = 600;
/** A click without a pointer comes from the key that went down this recently, else from assistive technology. */
const KEY_MS = 500;
/** The click that a label makes on its control follows at once; in Firefox its time stamp is its own. */
const ONE_CLICK_MS = 50;
/** A click this soon after the page woke up was meant to wake it. */
const WAKE_MS = 1000;

/** In the state that the press would bring about; one part of an accordion that must stay open says that it is disabled. */
const ALREADY = '[aria-selected=true],[aria-current]:not([aria-current=false]),[aria-expanded=true][aria-disabled=true],[type=radio]:checked,[role=radio][aria-checked=true]';

export interface PressListeners {
  /** Something went down; nobody knows yet whether it becomes a press. */
  down(down: Down): void;
  /** It became one: the page's own handlers run next. */
  up(down: Down): void;
  /** After the next paint: what it was made on. */
  press(press: Press, down: Down): void;
  /** The same, for a finger that went on. */
  swipe(swipe: Swipe, down: Down): void;
  /** A key went down, whatever it does. */
  typed(): void;
}

/**
 * Makes one Press of every way to activate something: mouse, touch, pen, key, assistive technology; disabled controls too,
 * which get no click. Forgives drags, other buttons, second fingers, held keys, and the second click that a label makes.
 */
export function createPresses(page: Page, listeners: PressListeners): void {
  const wokeAt = watchAway(page);
  let down: Down | undefined;
  /** The one finger on the page; a browser that scrolls by it cancels its pointer, and tells its end by touch alone. */
  let finger: Down | undefined;
  let key = { at: -Infinity, held: false };
  let last: { readonly at: number; readonly target: Element } | undefined;
  let typed: Element | undefined;
  let count = 0;

  function begin(event: MouseEvent | KeyboardEvent, kind: PressKind, blocked = false): Down | undefined {
    const target = innermost(event);
    if (!target) return undefined;
    const at = timeOf(page, event);
    const { clientX: x, clientY: y } = 'clientX' in event ? event : { clientX: 0, clientY: 0 };
    const begun = {
      at, kind, target, x, y,
      roots: event.composedPath().filter(isRoot),
      blocked: blocked || !!target.closest(':disabled:not(fieldset),[aria-disabled=true]'),
      excused: at - wokeAt() < WAKE_MS || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !!target.closest(ALREADY),
    };
    listeners.down(begun);
    return begun;
  }

  function make(from: Down, way?: Pick<Swipe, 'dx' | 'dy'>): void {
    const id = ++count;
    listeners.up(from);
    page.soon(() => {
      const { at, kind, x, y, excused } = from;
      const pointed = kind !== 'key' && kind !== 'at';
      const press = { id, at, kind, excused, ...controlOf(from), ...(pointed && { x, y }) };
      if (way) listeners.swipe({ ...press, ...way }, from);
      else listeners.press(press, from);
    });
  }

  page.on('pointerdown', (event) => {
    typed = undefined;
    down = event.isPrimary && !event.button ? begin(event, kindOf(event)) : undefined;
    finger = down?.kind === 'touch' ? down : undefined;
  });
  page.on('touchend', (event) => {
    const [touch] = event.changedTouches;
    const from = finger;
    finger = undefined;
    if (!from || !touch || timeOf(page, event) - from.at > SWIPE_MS) return;
    const way = { dx: touch.clientX - from.x, dy: touch.clientY - from.y };
    if (Math.hypot(way.dx, way.dy) >= SWIPE_PX) make(from, way);
  });
  page.on('pointercancel', () => { down = undefined; });
  page.on('pointerup', (event) => {
    if (down?.target.closest(':disabled:not(fieldset)') && !isDrag(down, event)) make(down);
  });

  page.on('click', (event) => {
    const target = innermost(event);
    const at = event.timeStamp;
    if (!target || (last && at - last.at < ONE_CLICK_MS && last.target.closest('label')?.control === target)) return;
    last = { at, target };
    const pointed = event.detail > 0 ? down : undefined;
    down = undefined;
    if (pointed && isDrag(pointed, event)) return;
    const recent = timeOf(page, event) - key.at < KEY_MS;
    if (!pointed && recent && key.held) return;
    const from = pointed ?? begin(event, event.detail ? 'mouse' : recent ? 'key' : 'at');
    if (from) make(from);
  });

  page.on('keydown', (event) => {
    key = { at: timeOf(page, event), held: event.repeat };
    listeners.typed();
    const target = innermost(event);
    if (event.repeat || event.key?.length !== 1 || event.ctrlKey || event.metaKey || target === typed) return;
    // typing into a field that takes nothing is one attempt, however many keys it has
    typed = target;
    const refused = target?.matches('input[readonly],textarea[readonly]') && begin(event, 'key', true);
    if (refused) make(refused);
  });
}

/** On this page's clock; a frame counts from its own beginning. */
function timeOf({ window }: Page, { timeStamp, view }: UIEvent): number {
  return timeStamp + (view ? view.performance.timeOrigin - window.performance.timeOrigin : 0);
}

function kindOf({ pointerType }: PointerEvent): PressKind {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}

function isDrag({ x, y }: Down, event: MouseEvent): boolean {
  return Math.hypot(event.clientX - x, event.clientY - y) > DRAG_PX;
}

function isRoot(target: EventTarget): target is Document | ShadowRoot {
  return 'adoptedStyleSheets' in target;
}
