import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'playwright/test';

/** What a test needs of a browser, whichever it is: one tab, one mouse, one keyboard. */
export interface Hands {
  goTo(url: string): Promise<void>;
  /** What an expression is in the page, a promise kept. */
  ask<T>(expression: string): Promise<T>;
  /** The mouse goes there, in CSS px of the window. */
  point(x: number, y: number): Promise<void>;
  /** The mouse is pressed where it is. */
  press(times: number, gapMs: number): Promise<void>;
  /** A key by its name (`Enter`, `Tab`) or its letter. */
  key(name: string, times: number, gapMs: number): Promise<void>;
  /** Another tab of the same browser. */
  another(): Promise<Hands>;
}

/** Somebody before a browser, told what to do in words of the page. A place is a selector; ` >> ` enters a shadow root or a frame, `=Text` is the button of that name. */
export interface Visitor {
  open(url: string): Promise<void>;
  ask<T>(expression: string): Promise<T>;
  press(place: string, times?: number, gapMs?: number): Promise<void>;
  /** Moves the mouse over it and leaves it there. */
  restOn(place: string, ms: number): Promise<void>;
  key(name: string, times?: number, gapMs?: number): Promise<void>;
  type(text: string): Promise<void>;
  wait(ms: number): Promise<void>;
  /** Waits until an expression in the page is so. */
  sees(expression: string, value: unknown, ms?: number): Promise<void>;
  tab(): Promise<Visitor>;
}

/** As fast as somebody presses in anger. */
const GAP_MS = 170;
/** As fast as somebody types. */
const LETTER_MS = 90;
/** The page has come to rest after it was scrolled to a place. */
const SCROLLED_MS = 250;
const SEEN_MS = 10_000;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly scrolled: boolean;
}

export function createVisitor(hands: Hands): Visitor {
  async function pointAt(place: string): Promise<void> {
    const spot = await hands.ask<Spot | null>(`(${spotOf.toString()})(${JSON.stringify(place)})`);
    if (!spot) throw new Error(`nothing at ${place}`);
    if (spot.scrolled) await wait(SCROLLED_MS);
    await hands.point(spot.x, spot.y);
  }

  return {
    open: hands.goTo,
    ask: hands.ask,
    wait: (ms) => wait(ms),
    async press(place, times = 1, gapMs = GAP_MS) {
      await pointAt(place);
      await hands.press(times, gapMs);
    },
    async restOn(place, ms) {
      await pointAt(place);
      await wait(ms);
    },
    key: (name, times = 1, gapMs = GAP_MS) => hands.key(name, times, gapMs),
    async type(text) {
      for (const letter of text) await hands.key(letter, 1, LETTER_MS);
    },
    sees: (expression, value, timeout = SEEN_MS) => expect.poll(() => hands.ask(expression), { timeout, message: expression }).toEqual(value),
    tab: async () => createVisitor(await hands.another()),
  };
}

/** Runs in the page: where to press, scrolled into view as little as can be. */
function spotOf(place: string): Spot | null {
  let root: ParentNode = document;
  let found: Element | undefined;
  const frame = { x: 0, y: 0 };
  for (const part of place.split(' >> ')) {
    if (found instanceof HTMLIFrameElement) {
      frame.x += found.getBoundingClientRect().x + found.clientLeft;
      frame.y += found.getBoundingClientRect().y + found.clientTop;
    }
    root = (found instanceof HTMLIFrameElement ? found.contentDocument : found?.shadowRoot) ?? document;
    found = [...root.querySelectorAll(part.startsWith('=') ? 'button,a' : part)].find((each) => !part.startsWith('=') || each.textContent?.trim() === part.slice(1));
  }
  if (!found) return null;
  const before = window.scrollY;
  found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: Math.round(frame.x + x + Math.min(width / 2, 40)), y: Math.round(frame.y + y + height / 2), scrolled: window.scrollY !== before };
}
