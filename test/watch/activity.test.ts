import { expect, test } from 'vitest';
import { watchActivity } from '../../src/watch/activity';
import { createFakePage } from '../support/fakePage';

function setup() {
  const document = { hidden: false };
  const page = createFakePage({ window: { document } as never });
  const moves: (() => void)[] = [];
  const activeMs = watchActivity(page, (listener) => void moves.push(listener as () => void));
  return { page, activeMs, move: () => moves.forEach((tell) => tell()), hide: (hidden: boolean) => { document.hidden = hidden; page.fire('visibilitychange'); } };
}

test('a visitor who has done nothing yet has not been at it', () => {
  const { page, activeMs } = setup();
  page.advance(60_000);
  expect(activeMs()).toBe(0);
});

test.each(['pointerdown', 'keydown', 'input', 'wheel', 'scroll', 'touchmove'] as const)('%s counts as being at it', (type) => {
  const { page, activeMs } = setup();
  page.fire(type, {} as never);
  page.advance(4000);
  page.fire(type, {} as never);
  expect(activeMs()).toBe(4000);
});

test('so does a move of the pointer', () => {
  const { page, activeMs, move } = setup();
  move();
  page.advance(3000);
  expect(activeMs()).toBe(3000);
});

test('of a pause, its first 15 seconds count', () => {
  const { page, activeMs, move } = setup();
  move();
  page.advance(600_000);
  expect(activeMs()).toBe(15_000);
  move();
  page.advance(1000);
  expect(activeMs()).toBe(16_000);
});

test('a night in another tab does not count, nor does a sleeping machine', () => {
  const { page, activeMs, move, hide } = setup();
  move();
  page.advance(2000);
  hide(true);
  page.advance(8 * 3_600_000);
  hide(false);
  page.advance(1000);
  expect(activeMs()).toBe(3000);
});

test('who listens or looks on is at it, but not who has a silent film running beside', () => {
  for (const [muted, ms] of [[false, 20_000], [true, 0]] as const) {
    const { page, activeMs } = setup();
    for (let times = 0; times < 4; times++) {
      page.fire('timeupdate', { target: { muted } } as never);
      page.advance(5000);
    }
    expect(activeMs()).toBe(ms);
  }
});
