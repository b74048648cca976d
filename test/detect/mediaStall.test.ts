// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mediaStall } from '../../src/detect/mediaStall';
import { watchWith } from './fakeWatch';

const setup = () => {
  const made = watchWith(mediaStall());
  const media = document.body.appendChild(document.createElement('video'));
  for (const [key, value] of Object.entries({ paused: false, seeking: false, muted: false, loop: false })) Object.defineProperty(media, key, { value, writable: true });
  const happens = (type: 'waiting' | 'playing' | 'pause' | 'seeking') => made.page.fire(type, { composedPath: () => [media] } as never);
  /** It stops for so long, and goes on. */
  const stall = (ms: number) => {
    happens('waiting');
    made.page.advance(ms);
    happens('playing');
  };
  return { ...made, media, happens, stall };
};

test('a film that stops twice within a minute', () => {
  const { stall, told, page, media } = setup();
  stall(2500);
  page.advance(20_000);
  stall(2500);
  expect(told).toMatchObject([{ name: 'media-stall', at: 0, strength: 0.5, target: media, evidence: { count: 2, ms: 2000 } }]);
});

test('each time more is surer', () => {
  const { stall, told, page } = setup();
  for (let times = 0; times < 3; times++) {
    stall(2500);
    page.advance(10_000);
  }
  expect(told.map(({ strength }) => strength)).toEqual([0.5, 0.6]);
});

test('once for long need not come again', () => {
  const { stall, told } = setup();
  stall(11_000);
  expect(told).toMatchObject([{ strength: 0.6, evidence: { count: 1, ms: 10_000 } }]);
});

test.each([
  ['once and short', [2500, 60_001, 2500]],
  ['moments', [1900, 0, 1900, 0, 1900]],
])('%s is the network', (_why, [first = 0, ...more]) => {
  const { stall, told, page } = setup();
  stall(first);
  more.forEach((ms, i) => (i % 2 ? stall(ms) : page.advance(ms)));
  expect([told, page.timers()]).toEqual([[], 0]);
});

test.each([
  ['jumps to another place', { seeking: true }],
  ['stands still', { paused: true }],
  ['is decoration', { muted: true, loop: true }],
])('a film that %s', (_why, change) => {
  const { stall, told, media } = setup();
  Object.assign(media, change);
  stall(11_000);
  stall(11_000);
  expect(told).toEqual([]);
});

test('a pause ends the waiting', () => {
  const { happens, told, page } = setup();
  happens('waiting');
  happens('pause');
  page.advance(20_000);
  expect([told, page.timers()]).toEqual([[], 0]);
});

test('a film that was taken away, one that asks to be forgiven, and what is no film', () => {
  const { stall, told, media, ignored, page } = setup();
  ignored.add(media);
  stall(11_000);
  ignored.clear();
  media.remove();
  stall(11_000);
  page.fire('waiting', { composedPath: () => [document.body] } as never);
  page.advance(20_000);
  expect([told, page.errors]).toEqual([[], []]);
});
