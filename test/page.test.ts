// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createPage } from '../src/browser/page';

const visits: AbortController[] = [];
afterEach(() => {
  for (const visit of visits.splice(0)) visit.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

function setup(untrusted = true, view = window) {
  const visit = new AbortController();
  visits.push(visit);
  const onError = vi.fn();
  return { visit, onError, page: createPage(view, visit.signal, { untrusted, onError }) };
}

/** The window that events name; the global of a test is a copy of it. */
function windowOfEvents(): typeof window {
  let found = window;
  window.addEventListener('ping', ({ currentTarget }) => { found = currentTarget as typeof window; }, { once: true });
  window.dispatchEvent(new Event('ping'));
  return found;
}

test('events that a script makes are not a visitor’s', () => {
  const { page } = setup(false);
  const heard = vi.fn();
  page.on('click', heard);
  document.body.click();
  expect(heard).not.toHaveBeenCalled();
});

test('a listener that throws harms neither the page nor the next listener', () => {
  const { page, onError } = setup();
  const heard = vi.fn();
  page.on('click', () => { throw new Error('ours'); });
  page.on('click', heard);
  document.body.click();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'ours' }), 'click');
});

test('events that do not leave an open shadow root are heard in it, and those that do are heard once', () => {
  const { page } = setup();
  const [changed, clicked] = [vi.fn(), vi.fn()];
  page.on('change', changed);
  page.on('click', clicked);
  page.on('focusin', () => {});
  const host = document.body.appendChild(document.createElement('x-host'));
  const input = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
  input.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  input.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect([changed.mock.calls.length, clicked.mock.calls.length]).toEqual([1, 1]);
});

test('a link is no shadow root: what happens in it is heard once', () => {
  const { page } = setup();
  const [changed, focused] = [vi.fn(), vi.fn()];
  page.on('change', changed);
  page.on('focusin', focused);
  const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: 'https://shop.test/help' }));
  const input = link.appendChild(document.createElement('input'));
  input.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  expect([changed.mock.calls.length, focused.mock.calls.length]).toEqual([1, 1]);
});

test('a page with a clipboard of its own making is noticed all the same', () => {
  vi.spyOn(window.navigator, 'clipboard', 'get').mockReturnValue({ writeText: () => Promise.resolve() } as never);
  const { page } = setup();
  const heard = vi.fn();
  page.on('clipboardchange', heard);
  page.on('click', heard);
  document.body.click();
  expect(heard).toHaveBeenCalledTimes(1);
});

test('with the visit, listeners and timers end', () => {
  vi.useFakeTimers();
  const { page, visit } = setup();
  const [heard, waited] = [vi.fn(), vi.fn()];
  page.on('click', heard);
  page.after(100, waited);
  page.soon(waited);
  visit.abort();
  document.body.click();
  vi.advanceTimersByTime(1000);
  expect([heard, waited].flatMap(({ mock }) => mock.calls)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('what waits for months does not happen at once', () => {
  vi.useFakeTimers();
  const { page } = setup();
  const task = vi.fn();
  page.after(90 * 86_400_000, task);
  vi.advanceTimersByTime(86_400_000);
  expect(task).not.toHaveBeenCalled();
});

test('what waits for a paint waits no longer than half a second in a hidden tab', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { page } = setup();
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation(() => 1);
  const done = vi.fn();
  page.soon(done);
  vi.advanceTimersByTime(499);
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(done).toHaveBeenCalledTimes(1);
});

test('a frame that goes away is no leaving; the window that goes is', () => {
  const { page } = setup(true, windowOfEvents());
  // stands for a frame; one of the test environment's would load a page
  const frame = document.body.appendChild(document.createElement('div'));
  const view = new EventTarget();
  const inside = Object.defineProperty(document.implementation.createHTMLDocument(), 'defaultView', { value: view });
  Object.defineProperty(frame, 'contentDocument', { value: inside });
  frame.dispatchEvent(new Event('load'));
  const [left, heard] = [vi.fn(), vi.fn()];
  page.onLeave(left);
  page.on('pagehide', heard);
  view.dispatchEvent(new Event('pagehide'));
  expect([heard.mock.calls.length, left.mock.calls.length]).toEqual([1, 0]);
  window.dispatchEvent(new Event('pagehide'));
  expect(left).toHaveBeenCalledTimes(1);
});

test('another path is told once', () => {
  const { page } = setup();
  const routed = vi.fn();
  page.on('click', () => {});
  page.onRoute(routed);
  history.pushState({}, '', '/settings');
  document.body.click();
  document.body.click();
  expect(routed.mock.calls).toEqual([['/settings']]);
});

test('furrow’s own shadow roots are not the page’s', () => {
  document.body.innerHTML = '<furrow-ui></furrow-ui><x-a></x-a>';
  for (const host of document.querySelectorAll('body > *')) host.attachShadow({ mode: 'open' });
  const { page } = setup();
  expect(page.roots(true)).toContain(document.querySelector('x-a')!.shadowRoot);
  expect(page.roots(true)).not.toContain(document.querySelector('furrow-ui')!.shadowRoot);
});

test('the open shadow roots of the page are known once it was looked through, and those that came later, a while later', () => {
  vi.useFakeTimers();
  const rootOf = (host: Element): ShadowRoot => host.attachShadow({ mode: 'open' });
  document.body.innerHTML = '<x-a></x-a><p></p>';
  const outer = rootOf(document.querySelector('x-a')!);
  outer.innerHTML = '<x-b></x-b>';
  const inner = rootOf(outer.querySelector('x-b')!);
  const { page } = setup();
  vi.advanceTimersByTime(600);
  expect(page.roots()).toEqual(expect.arrayContaining([outer, inner]));
  const late = rootOf(document.body.appendChild(document.createElement('x-c')));
  expect(page.roots(true)).not.toContain(late);
  vi.advanceTimersByTime(3000);
  expect(page.roots(true)).toContain(late);
});
