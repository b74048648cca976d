// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import * as fc from 'fast-check';
import { detectors } from '../../src/detect/registry';
import { createWatch } from '../../src/watch/watch';
import type { Failure, Press, Response, Swipe } from '../../src/types';
import { createFakePage } from '../support/fakePage';
import { createFakeRecords } from '../support/fakeRecords';

const collector = 'https://collector.test/facts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

function setup(html: string, { lateMs = 0 } = {}) {
  document.body.innerHTML = html;
  const page = createFakePage();
  // a timer may come after another that was due with it
  if (lateMs) Object.assign(page, { after: ((after) => (ms: number, task: () => void) => after(ms === 2000 ? ms + lateMs : ms, task))(page.after) });
  const watch = createWatch(page, { isAt: () => false, isOwn: (url) => url === collector, names: () => [], route: () => 'other', steps: () => [], tab: createFakeRecords(), device: createFakeRecords() }, []);
  const presses: Press[] = [];
  const settled = new Map<Press, Response>();
  const failures: Failure[] = [];
  watch.onPress((press) => {
    presses.push(press);
    watch.onSettled(press, (response) => settled.set(press, response));
  });
  watch.onFailure((failure) => failures.push(failure));
  // the page's own listeners run after furrow's, as they do behind a capture listener on the window
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'input', 'change', 'focusin', 'toggle', 'invalid'] as const) {
    window.addEventListener(type, (event) => page.fire(type, event as never), { capture: true, signal: page.end });
  }

  const at = <T extends Event>(event: T): T => Object.defineProperties(event, { timeStamp: { value: page.now() }, view: { value: null } });
  function send(target: Element, type: string, init: PointerEventInit = {}): void {
    target.dispatchEvent(at(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerType: 'mouse', clientX: 10, clientY: 10, detail: 1, ...init })));
  }
  /** What a browser sends for one click. */
  async function click(target: Element, init: PointerEventInit = {}): Promise<void> {
    send(target, 'pointerdown', init);
    page.advance(60);
    send(target, 'pointerup', init);
    if (!target.closest(':disabled')) send(target, 'click', init);
    await Promise.resolve();
    page.advance(20);
  }
  const find = (selector: string): Element => document.querySelector(selector)!;
  const verdict = (): Response => {
    page.advance(2000);
    return settled.get(presses.at(-1)!)!;
  };
  return { page, watch, presses, settled, failures, find, send, at, click, verdict };
}

test('what flickers after several presses is looked at once for each, however often it flickers', async () => {
  const { click, find, page, presses, watch } = setup('<button>Go</button><p class="calm">…</p>');
  await click(find('button'));
  await click(find('button'));
  const box = find('p');
  page.advance(200);
  for (let times = 0; times < 50; times++) {
    box.className = 'lit';
    box.className = 'calm';
    await Promise.resolve();
    page.advance(20);
  }
  const looks = vi.spyOn(box, 'getAttribute');
  for (const press of presses) watch.response(press);
  expect(looks.mock.calls.length).toBeGreaterThan(0);
  expect(looks.mock.calls.length).toBeLessThan(10);
});

test('a button that does nothing', async () => {
  const { click, find, verdict, presses } = setup('<button>Go</button>');
  await click(find('button'));
  expect(presses).toMatchObject([{ kind: 'mouse', control: 'effectful', looks: 'native', at: 0 }]);
  expect(verdict()).toMatchObject({ alive: false, productive: false, unknown: false, settled: true });
});

test('a button that writes something', async () => {
  const { click, find, verdict } = setup('<button>Go</button><p></p>');
  find('button').addEventListener('click', () => { find('p').textContent = 'gone'; });
  await click(find('button'));
  expect(verdict()).toMatchObject({ alive: true, productive: true });
});

test('a button that writes what stood there', async () => {
  const { click, find, verdict } = setup('<button>Go</button><p class="on">same</p>');
  find('button').addEventListener('click', () => { find('p').textContent = 'same'; find('p').setAttribute('class', 'on'); });
  await click(find('button'));
  expect(verdict()).toMatchObject({ alive: false });
});

test('a button that sets another field', async () => {
  const { click, find, verdict } = setup('<button>Go</button><input value="1">');
  find('button').addEventListener('click', () => { (find('input') as HTMLInputElement).value = '2'; });
  await click(find('button'));
  expect(verdict()).toMatchObject({ alive: true, productive: true });
});

test('an alert is a sign of life, and no more; three of a kind are failures of their presses', async () => {
  const { click, find, verdict, failures } = setup('<button>Go</button><p role="alert" style="color: rgb(179, 38, 30)"></p>');
  find('button').addEventListener('click', () => { find('p').textContent = 'Declined'; });
  await click(find('button'));
  expect(verdict()).toMatchObject({ alive: true, productive: false, errors: 1 });
  expect(failures).toMatchObject([{ kind: 'message' }]);
});

test('an alert that says what the visitor wanted to hear is an answer', async () => {
  const { click, find, verdict, failures } = setup('<button>Go</button><p role="alert" style="color: rgb(20, 120, 40)"></p>');
  find('button').addEventListener('click', () => { find('p').textContent = 'Added to your basket'; });
  await click(find('button'));
  expect(verdict()).toMatchObject({ alive: true, productive: true, errors: 0 });
  expect(failures).toEqual([]);
});

test('the pressed look is no answer yet: the answer took as long as it took', async () => {
  const { click, find, page, verdict } = setup('<button>Go</button><p></p>');
  find('button').addEventListener('click', () => {
    find('button').className = 'pressed';
    page.after(100, () => find('button').removeAttribute('class'));
    page.after(1500, () => { find('p').textContent = 'In stock'; });
  });
  await click(find('button'));
  for (const ms of [200, 1300]) {
    page.advance(ms);
    await Promise.resolve();
  }
  expect(verdict()).toMatchObject({ productive: true, afterMs: 1580 });
});

test('a late answer is seen, also where the watching ended a moment before the verdict', async () => {
  const { click, find, page, presses, settled, watch } = setup('<section><button>Go</button><p></p></section>', { lateMs: 2 });
  page.advance(60_000);
  await click(find('button'));
  page.advance(2100);
  expect(settled.get(presses[0]!)?.alive).toBe(false);
  const told: boolean[] = [];
  watch.onLate(presses[0]!, ({ alive }) => told.push(alive));
  find('p').textContent = 'In stock';
  await Promise.resolve();
  page.advance(100);
  expect(told).toEqual([true]);
});

test('whoever waits for a late answer is told, and not only the last to ask', async () => {
  const { click, find, page, watch, presses } = setup('<section><button>Go</button><p></p></section>');
  await click(find('button'));
  const told: string[] = [];
  watch.onLate(presses[0]!, () => told.push('one'));
  watch.onLate(presses[0]!, () => told.push('other'));
  page.advance(4000);
  find('p').textContent = 'Here it is';
  await Promise.resolve();
  page.advance(20);
  expect(told).toEqual(['one', 'other']);
});

test('a box ticked behind a hundred other fields is ticked; one that snaps back gave nothing', async () => {
  const { click, find, verdict } = setup(`<form>${'<input>'.repeat(120)}<input type="checkbox" id="a"><input type="checkbox" id="b"></form>`);
  find('#b').addEventListener('change', ({ currentTarget }) => { (currentTarget as HTMLInputElement).checked = false; });
  await click(find('#a'));
  expect(verdict()).toMatchObject({ alive: true, productive: true });
  await click(find('#b'));
  expect(verdict()).toMatchObject({ alive: true, productive: false });
});

function setupFinger(html: string) {
  const scene = setup(html);
  const swipes: Swipe[] = [];
  scene.watch.onSwipe((swipe) => swipes.push(swipe));
  window.addEventListener('touchend', (event) => scene.page.fire('touchend', event as never), { capture: true, signal: scene.page.end });
  function draw(target: Element, dx: number, ms: number, { fingers = 1 } = {}): void {
    for (let finger = 0; finger < fingers; finger++) scene.send(target, 'pointerdown', { pointerType: 'touch', isPrimary: !finger });
    scene.page.advance(ms);
    const lifted = Object.assign(new Event('touchend', { bubbles: true, composed: true }), { changedTouches: [{ clientX: 10 + dx, clientY: 10 }] });
    target.dispatchEvent(scene.at(lifted));
    scene.page.advance(20);
  }
  return { ...scene, swipes, draw };
}

test('a box ticked with the space bar is ticked, however often', () => {
  const { find, page, presses, send, watch } = setup('<label><input type="checkbox"> Terms</label>');
  const box = find('input') as HTMLInputElement;
  for (let times = 0; times < 4; times++) {
    send(box, 'keydown');
    // as browsers do: the box is ticked before anybody hears of the click
    box.checked = !box.checked;
    send(box, 'click', { detail: 0 });
    page.advance(250);
  }
  expect(presses.map((press) => watch.response(press).productive)).toEqual([true, true, true, true]);
});

test('a finger drawn over the page is a swipe and no press, and may be answered', async () => {
  const { draw, find, swipes, presses, page, watch } = setupFinger('<div><p></p></div>');
  draw(find('div'), -120, 150);
  find('p').textContent = 'next';
  await Promise.resolve();
  page.advance(2000);
  expect(presses).toEqual([]);
  expect(swipes).toMatchObject([{ kind: 'touch', dx: -120, dy: 0 }]);
  expect(watch.response(swipes[0]!)).toMatchObject({ alive: true, settled: true });
});

test.each([['a tap', 5, 80, {}], ['a slow drag', 120, 900, {}], ['two fingers', 120, 150, { fingers: 2 }]] as const)('%s is no swipe', (_what, dx, ms, more) => {
  const { draw, find, swipes } = setupFinger('<div></div>');
  draw(find('div'), dx, ms, more);
  expect(swipes).toEqual([]);
});

test('what a quick second press selects by itself is no answer', async () => {
  const { click, send, find, page, verdict } = setup('<button>Go</button><p>Words to be selected</p>');
  await click(find('button'));
  page.advance(30);
  send(find('button'), 'pointerdown');
  document.getSelection()?.selectAllChildren(find('p'));
  page.fire('selectionchange');
  send(find('button'), 'click', { detail: 2 });
  page.advance(20);
  expect(verdict()).toMatchObject({ alive: false });
});

test('each of two quick presses has its own answer', async () => {
  const { click, find, page, watch, presses } = setup('<button id="a">Dead</button><button id="b">Works</button><p></p>');
  find('#b').addEventListener('click', () => { find('p').textContent = 'yes'; });
  await click(find('#a'));
  page.advance(500);
  await click(find('#b'));
  page.advance(2500);
  expect(presses.map((press) => watch.response(press).alive)).toEqual([false, true]);
});

test('a disabled button gets no click, and is pressed all the same', async () => {
  const { click, find, presses } = setup('<button disabled>Go</button>');
  await click(find('button'));
  expect(presses).toMatchObject([{ control: 'blocked' }]);
});

test('a drag, another button and a held key are no presses', () => {
  const { find, presses, send, page, at } = setup('<button>Go</button>');
  send(find('button'), 'pointerdown');
  send(find('button'), 'click', { clientX: 60 });
  send(find('button'), 'pointerdown', { button: 2 });
  find('button').dispatchEvent(at(new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, composed: true })));
  send(find('button'), 'click', { detail: 0, clientX: 0, clientY: 0 });
  page.advance(50);
  expect(presses.filter(({ kind }) => kind !== 'mouse')).toEqual([]);
  expect(presses).toHaveLength(0);
});

test.each([
  ['<button>x</button>', 'button', 'effectful', 'native'], ['<a href="/x">x</a>', 'a', 'effectful', 'native'], ['<div role="tab">x</div>', 'div', 'effectful', 'role'],
  ['<input>', 'input', 'editable', 'native'], ['<select></select>', 'select', 'editable', 'cursor'], ['<input type="checkbox">', 'input', 'stateful', 'native'],
  ['<input readonly>', 'input', 'text', 'native'], ['<canvas></canvas>', 'canvas', 'opaque', 'cursor'], ['<p>Words</p>', 'p', 'text', 'cursor'], ['<div></div>', 'div', 'decor', 'cursor'],
  ['<button aria-disabled="true">x</button>', 'button', 'blocked', 'native'], ['<x-closed></x-closed>', 'x-closed', 'opaque', 'cursor'], ['<label for="t">Name</label><input id="t">', 'label', 'editable', 'cursor'],
])('%s is understood', async (html, selector, control, looks) => {
  const { click, find, presses } = setup(html);
  await click(find(selector));
  expect(presses[0]).toMatchObject({ control, looks });
});

test('a script error after a press is its error; one that comes by itself is nobody’s', async () => {
  const { page, click, find, verdict, failures } = setup('<button>Go</button>');
  const error = (message: string) => page.fire('error', { message, filename: 'a.js', lineno: 1, colno: 1 } as ErrorEvent);
  error('elsewhere');
  page.advance(900);
  await click(find('button'));
  error('elsewhere');
  error('mine');
  expect(verdict().errors).toBe(1);
  expect(failures.map(({ press }) => !!press)).toEqual([false, false, true]);
});

/** Says what the browser would of a request that has ended. */
function createRequests() {
  let ended: (list: { readonly getEntries: () => readonly unknown[] }) => void = () => undefined;
  vi.stubGlobal('PerformanceObserver', class {
    static readonly supportedEntryTypes = ['resource'];
    constructor(tell: typeof ended) { ended = tell; }
    observe(): void {}
    disconnect(): void {}
  });
  return (name: string, startTime: number, more: object) => ended({ getEntries: () => [{ name, initiatorType: 'fetch', startTime, ...more }] });
}

test('a request that the page makes and that fails is its error; a collector that is away is nobody’s', async () => {
  const ended = createRequests();
  const { click, find, page, verdict, failures } = setup('<button>Go</button>');
  const refused = (name: string) => ended(name, page.now(), { responseStatus: 503 });
  await click(find('button'));
  refused(collector);
  expect(verdict().errors).toBe(0);
  await click(find('button'));
  refused('https://shop.test/order');
  expect(verdict().errors).toBe(1);
  expect(failures).toMatchObject([{ kind: 'http' }]);
});

test('a request of which the browser does not tell how it ended is no failure', async () => {
  const ended = createRequests();
  const { click, find, page, verdict, failures } = setup('<button>Go</button>');
  await click(find('button'));
  ended(`${location.origin}/order`, page.now(), {});
  ended('https://analytics.test/hit', page.now(), { responseStatus: 0 });
  expect(verdict().errors).toBe(0);
  await click(find('button'));
  ended(`${location.origin}/order`, page.now(), { responseStatus: 0 });
  expect(verdict().errors).toBe(1);
  expect(failures).toMatchObject([{ kind: 'network' }]);
});

test('forgiven by the host, altogether or by name', () => {
  const { watch, find } = setup('<p data-furrow-ignore><i></i></p><p data-furrow-ignore="dead-click"><b></b></p>');
  expect([watch.ignored(find('i'), 'rage-click'), watch.ignored(find('b'), 'rage-click'), watch.ignored(find('b'), 'dead-click')]).toEqual([true, false, true]);
});

test('a link that its press removed is forgiven nothing, and harms nothing', async () => {
  const { watch, click, find, page, verdict } = setup('<a href="/x">Go</a>');
  const link = find('a');
  link.addEventListener('click', (event) => { event.preventDefault(); link.remove(); });
  await click(link);
  expect(verdict()).toMatchObject({ alive: true });
  expect(watch.ignored(link, 'dead-click')).toBe(false);
  expect(page.errors).toEqual([]);
});

test('a press that takes the focus into a frame of the page is seen, one that takes it out of the window is not', async () => {
  const { page, click, find, verdict } = setup('<button>Go</button>');
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const blur = (isElsewhere: boolean): void => {
    page.fire('blur', { target: page.window } as unknown as FocusEvent);
    hasFocus.mockReturnValue(!isElsewhere);
    page.advance(50);
    hasFocus.mockReturnValue(true);
  };
  await click(find('button'));
  blur(false);
  expect(verdict()).toMatchObject({ unknown: false });
  await click(find('button'));
  blur(true);
  expect(verdict()).toMatchObject({ unknown: true });
});

test('with the visit everything ends', async () => {
  const { page, click, find } = setup('<button>Go</button>');
  await click(find('button'));
  page.finish();
  expect([page.timers(), page.listeners()]).toEqual([0, 0]);
});

test('whatever happens, in whatever order, nothing is thrown and nothing piles up', () => {
  const kind = fc.constantFrom('pointerdown', 'pointerup', 'pointercancel', 'click', 'keydown', 'focusin', 'focusout', 'input', 'change', 'scroll', 'blur', 'focus', 'visibilitychange', 'toggle', 'invalid', 'submit', 'pointerover', 'wait', 'write', 'remove', 'leave');
  const doing = fc.array(fc.tuple(kind, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3000 })), { maxLength: 120 });
  fc.assert(fc.property(doing, (steps) => {
    const { page, watch, find, send } = setup('<main><button>a</button><input><a href="#">b</a><canvas></canvas><p>c</p><select></select></main>');
    for (const detector of detectors) detector.start(watch, () => () => {});
    for (const [what, which, ms] of steps) {
      const target = find('main').children[which] ?? find('main');
      if (what === 'wait') page.advance(ms);
      else if (what === 'write') target.textContent = String(ms);
      else if (what === 'remove') target.replaceChildren();
      else if (what === 'leave') page.leave();
      else send(target, what, { clientX: ms, pointerType: ms % 2 ? 'mouse' : 'touch', detail: ms % 3 });
    }
    page.advance(20_000);
    expect(page.errors).toEqual([]);
    expect(page.timers()).toBeLessThan(3);
    page.finish();
  }), { numRuns: 60 });
});

test('a form that the browser refuses for two fields is one failed attempt, and one that it sends is another', async () => {
  const { click, find, page, watch } = setup('<form><input id="a" required><input id="b" required><button type="button">Send</button></form>');
  const states: string[] = [];
  watch.onAttempt(({ state, wrong }) => states.push(`${state} ${wrong.length}`));
  find('button').addEventListener('click', () => { for (const field of document.querySelectorAll('input')) field.dispatchEvent(new Event('invalid')); });
  await click(find('button'));
  page.advance(3000);
  expect(states).toEqual(['begun 0', 'failed 2']);
  page.fire('submit', { composedPath: () => [find('form')] } as never);
  page.advance(3000);
  expect(states.slice(2)).toEqual(['begun 0', 'done 0']);
});

test('a form that refuses one field after the other does not fail the same way', async () => {
  const { click, find, page, failures } = setup('<form><input name="a"><input name="b"><button type="button">Send</button></form>');
  const refused = [['a', 'b'], ['b'], ['b']];
  find('button').addEventListener('click', () => { for (const name of refused.shift() ?? []) find(`[name=${name}]`).dispatchEvent(new Event('invalid')); });
  for (let times = 0; times < 3; times++) {
    await click(find('button'));
    page.advance(5000);
  }
  expect(failures).toHaveLength(3);
  const [first, second, third] = failures.map(({ sign }) => sign);
  expect(first).not.toBe(second);
  expect(second).toBe(third);
});

test('a request that the page gave up is no failure, in browsers whose stacks do not name the error too', async () => {
  const { click, find, page, failures } = setup('<button>Go</button>');
  await click(find('button'));
  page.fire('unhandledrejection', { reason: Object.assign(new Error('The operation was aborted.'), { name: 'AbortError', stack: 'load@https://shop.test/app.js:1:1' }) } as never);
  page.fire('unhandledrejection', { reason: Object.assign(new Error('no'), { stack: 'load@https://shop.test/app.js:1:1' }) } as never);
  page.advance(20);
  expect(failures).toMatchObject([{ kind: 'promise' }]);
});

test('an alert that says “Added to your basket” is no failure, however often it is said', async () => {
  const { click, find, verdict, failures } = setup('<button>Go</button><p role="alert" style="color: rgb(20, 90, 40)"></p>');
  find('button').addEventListener('click', () => { find('p').textContent = 'Added to your basket'; });
  await click(find('button'));
  expect(verdict()).toMatchObject({ alive: true, errors: 0 });
  expect(failures).toEqual([]);
});

test.each([['beside the visitor', ''], ['in what is marked as nobody’s answer', 'data-furrow-ambient']])('a line in a log %s', async (_where, mark) => {
  const { click, find, verdict } = setup(`<button>Go</button><div ${mark}><p></p></div>`);
  find('button').addEventListener('click', () => { find('p').textContent = 'pressed'; });
  await click(find('button'));
  expect(verdict().alive).toBe(!mark);
});
