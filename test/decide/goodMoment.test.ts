import { expect, test } from 'vitest';
import { isGoodMoment } from '../../src/decide/goodMoment';
import { createGoodMoments } from '../../src/decide/goodMoments';
import type { Here } from '../../src/decide/here';
import { builtInRules } from '../../src/rules/builtIn';
import { createFakePage } from '../support/fakePage';
import { MORNING_MS } from './given';
import { givenHere } from './givenAsked';

const { quiet } = builtInRules;
const calm = givenHere();
const hands = (moment: Partial<Here['moment']>): Partial<Here> => ({ moment: { ...calm.moment, ...moment } });
const wishes = (host: Partial<Here['host']>): Partial<Here> => ({ host: { ...calm.host, ...host } });
const night = [{ from: 0, to: 1440, days: [] }];

test('a visitor who rests may be spoken to', () => {
  expect(isGoodMoment(calm, quiet)).toBe(true);
});

test('a video without sound, as many play beside a text, keeps nobody from being spoken to', () => {
  expect(isGoodMoment({ ...calm, doing: new Set(['video-playing']) }, quiet)).toBe(true);
});

test.each<[string, Partial<Here>]>([
  ['has just pressed a key', hands({ lastKeyAt: 9500 })], ['has just dragged', hands({ lastDragAt: 9500 })], ['holds a button down', hands({ pointerDown: true })], ['has just clicked', hands({ lastInputAt: 9500 })],
  ['types', { doing: new Set(['typing']) }], ['is in a dialog', { doing: new Set(['dialog-open']) }], ['watches a video', { doing: new Set(['video-playing', 'video-heard']) }],
  ['is in fullscreen', { doing: new Set(['fullscreen']) }], ['looks at another tab', { doing: new Set(['page-hidden']) }],
  ['reads a nudge', { standing: 'help' }], ['wants no help', wishes({ level: 'none' })], ['did not agree to help', { purposes: ['notice'] }],
  ['has quiet hours', wishes({ quiet: night })], ['is away', wishes({ holds: [{ because: 'away', until: MORNING_MS + 1000 }] })],
])('a visitor who %s is left alone', (_, here) => {
  expect(isGoodMoment({ ...calm, ...here }, quiet)).toBe(false);
});

test('the quiet times of the file are kept', () => {
  expect(isGoodMoment(calm, { ...quiet, hours: night })).toBe(false);
  expect(isGoodMoment(calm, { ...quiet, firstMs: 20_000 })).toBe(false);
});

function setup(ready = () => Promise.resolve()) {
  const page = createFakePage({ window: {} as never });
  const failures: unknown[] = [];
  const state = { isBusy: true, isWanted: true, looks: 0, said: 0 };
  const atGoodMoment = createGoodMoments({
    quiet, ready, after: page.after, failed: (cause) => failures.push(cause),
    here() {
      state.looks++;
      return { ...calm, ...(state.isBusy && { standing: 'help' }) };
    },
  });
  atGoodMoment(() => state.isWanted, () => !!++state.said);
  return { page, state, failures };
}

const fetched = () => new Promise((resolve) => setTimeout(resolve));

test('what waits for a good moment is said when it comes, and once', async () => {
  const { page, state } = setup();
  await fetched();
  page.advance(2500);
  expect(state.said).toBe(0);
  state.isBusy = false;
  page.advance(5000);
  expect([state.said, page.timers()]).toEqual([1, 0]);
});

test('what nobody wants any more is not said, and no longer looked after', async () => {
  const { page, state } = setup();
  await fetched();
  state.isWanted = state.isBusy = false;
  page.advance(60_000);
  expect([state.said, page.timers()]).toEqual([0, 0]);
});

test('what waits for hours looks round once in a minute', async () => {
  const { page, state } = setup();
  await fetched();
  page.advance(3_600_000);
  expect(state.looks).toBeLessThan(70);
});

test('where what shows it cannot be had, the developer is told', async () => {
  const { failures } = setup(() => Promise.reject(new Error('blocked')));
  await fetched();
  expect(failures).toMatchObject([{ message: 'blocked' }]);
});
