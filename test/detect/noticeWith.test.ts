// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { noticeWith } from '../../src/detect/noticeWith';
import { detectors } from '../../src/detect/registry';
import type { Detector, Signal } from '../../src/types';
import { createFakePage } from '../support/fakePage';
import { createFakeRecords } from '../support/fakeRecords';

afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

const PAGE = `<nav><a href="/help" rel="help">Help</a></nav><main><button>a</button><button disabled>b</button><a href="#">c</a><p>${'words '.repeat(9)}</p><canvas></canvas>
  <form><input name="x" required><input type="password"><textarea></textarea><select><option>1<option>2</select><input type="checkbox"><button>Send</button></form>
  <div role="alert"></div><div aria-busy="true"><button>d</button></div><img src="x.png"><x-y></x-y></main>`;

const workflow = { id: 'order', steps: [{ id: 'cart', page: '/cart', typicalMs: 30_000 }, { id: 'pay', page: '/pay', typicalMs: undefined }], done: 'app:paid' } as const;

function begin(which: readonly Detector[] = detectors) {
  document.body.innerHTML = PAGE;
  document.getSelection()?.removeAllRanges();
  const page = createFakePage();
  const surroundings = {
    place: () => 'main>button', names: () => [], route: () => page.path(), pages: () => [page.path()], steps: () => (page.path() === '/cart' ? ['order/cart'] : []),
    isAt: (path: string) => path === page.path(), isOwn: () => false, tab: createFakeRecords(), device: createFakeRecords(),
  };
  const noticing = noticeWith(which)(page, surroundings, [workflow]);
  const signals: Signal[] = [];
  noticing.start((signal) => signals.push(signal));
  return { page, noticing, signals, targets: [...document.body.querySelectorAll('*')] };
}

const TYPES = [
  'pointerdown', 'pointerup', 'pointercancel', 'pointermove', 'pointerover', 'pointerout', 'click', 'keydown', 'keyup', 'input', 'change', 'submit', 'invalid', 'reset', 'toggle', 'focusin', 'focusout', 'scroll', 'wheel',
  'touchstart', 'touchmove', 'touchend', 'copy', 'paste', 'selectionchange', 'visibilitychange', 'pageshow', 'blur', 'focus', 'error', 'unhandledrejection', 'online', 'offline', 'popstate', 'play', 'waiting', 'timeupdate', 'beforeinput',
] as const;
const DOING = ['write', 'remove', 'alert', 'route', 'leave', 'tell'] as const;

/** One thing that happens: what, to which element, how long after the one before, and the numbers that its event carries. */
interface Happening {
  readonly what: (typeof TYPES)[number] | (typeof DOING)[number];
  readonly where: number;
  readonly afterMs: number;
  readonly x: number;
  readonly y: number;
  readonly key: string;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom(...TYPES, ...TYPES, ...DOING),
  where: fc.nat(24),
  // a hand, a pause, a night asleep
  afterMs: fc.oneof({ weight: 8, arbitrary: fc.nat(300) }, { weight: 2, arbitrary: fc.nat(20_000) }, { weight: 1, arbitrary: fc.constant(8 * 3_600_000) }),
  x: fc.nat(1200),
  y: fc.nat(800),
  key: fc.constantFrom('a', 'Enter', 'Escape', ' ', 'Backspace', 'F1', 'F5', 'z', 'Tab'),
});

type Begun = ReturnType<typeof begin>;

function play({ page, noticing, targets }: Begun, { what, where, afterMs, x, y, key }: Happening): void {
  page.advance(afterMs);
  const target = targets[where % targets.length] ?? document.body;
  if (what === 'write') return void target.setAttribute('title', String(x));
  if (what === 'remove') return target.remove();
  if (what === 'alert') return void document.querySelector('[role=alert]')?.replaceChildren(`No ${x % 3}`);
  if (what === 'route') return page.goTo(['/cart', '/pay', '/'][x % 3] ?? '/');
  if (what === 'leave') return page.leave();
  if (what === 'tell') return noticing.tell(x % 2 ? 'app:paid' : 'app:card-refused');
  const touch = { identifier: 1, target, clientX: x, clientY: y };
  const event = Object.assign(new PointerEvent(what, { bubbles: true, composed: true, cancelable: true, isPrimary: true, clientX: x, clientY: y, button: 0, detail: x % 4, pointerType: y % 3 ? 'mouse' : 'touch' }), { key, touches: [touch], changedTouches: [touch], reason: new Error(key), inputType: 'insertText' });
  Object.defineProperties(event, { timeStamp: { value: page.now() }, view: { value: null } });
  window.addEventListener(what, () => page.fire(what, event as never), { capture: true, once: true });
  target.dispatchEvent(event);
  if (!target.isConnected) page.fire(what, event);
}

const said = ({ signals }: Begun) => signals.map(({ name, at, strength, evidence, amends }) => ({ name, at, strength, evidence, amends }));

test('whatever a visitor and a page do, in whatever order, whenever: nothing is thrown, little is told, nothing waits in the end', () => {
  fc.assert(fc.property(fc.array(happening, { maxLength: 150 }), (happenings) => {
    const visit = begin();
    for (const each of happenings) play(visit, each);
    visit.page.advance(120_000);
    expect(visit.page.errors).toEqual([]);
    for (const { strength } of visit.signals) expect(strength >= 0 && strength <= 1).toBe(true);
    expect(visit.signals.filter(({ amends }) => !amends).length).toBeLessThanOrEqual(30 * (1 + visit.page.now() / 60_000));
    visit.page.finish();
    expect(visit.page.timers()).toBe(0);
  }), { numRuns: 150 });
});

test('a visit that is played back gives the signals that it gave', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  fc.assert(fc.property(fc.array(happening, { maxLength: 120 }), (happenings) => {
    vi.setSystemTime(0);
    const live = begin();
    for (const each of happenings) play(live, each);
    live.page.finish();
    vi.setSystemTime(0);
    const again = begin();
    for (const each of JSON.parse(JSON.stringify(happenings)) as Happening[]) play(again, each);
    again.page.finish();
    expect(said(again)).toEqual(said(live));
  }), { numRuns: 60 });
});

test('a detector that throws as it starts keeps no other from starting', () => {
  const started: string[] = [];
  const { page } = begin([{ name: 'app:mine', family: 'pointer', start: () => { throw new Error('mine'); } }, { name: 'app:other', family: 'page', start: () => void started.push('other') }]);
  expect(started).toEqual(['other']);
  expect(page.errors).toHaveLength(1);
});

test('a host’s own detector tells as furrow’s do', () => {
  const { noticing, signals } = begin([{ name: 'app:mine', family: 'pointer', start: (watch, emit) => watch.on('online', () => void emit({ name: 'app:mine', at: watch.now(), strength: 0.8 })) }]);
  expect(noticing.signals).toEqual(['app:mine']);
  expect(signals).toEqual([]);
});

test('a host may tell what begins with app:, and nothing else', () => {
  const { page, noticing, signals } = begin();
  noticing.tell('app:card-refused');
  noticing.tell('rage-click' as never);
  expect(signals).toMatchObject([{ name: 'app:card-refused', strength: 1 }]);
  expect(page.errors).toMatchObject([{ message: '“rage-click” is furrow\'s to tell; yours begin with “app:”' }]);
});

test.each([3, -1, NaN])('a strength of %d is told of, and nothing is lost', (strength) => {
  const { page, noticing, signals } = begin();
  noticing.tell('app:card-refused', { strength });
  expect(signals).toMatchObject([{ name: 'app:card-refused', strength: 1 }]);
  expect(page.errors).toMatchObject([{ message: `the strength of “app:card-refused” is a number from 0 to 1, not ${strength}; it was taken as 1` }]);
});
