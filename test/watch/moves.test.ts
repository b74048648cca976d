// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { watchMoves } from '../../src/watch/moves';
import type { Move } from '../../src/types';
import { createFakePage } from '../support/fakePage';

function setup() {
  const page = createFakePage();
  const moves: Move[] = [];
  watchMoves(page)((move) => moves.push(move));
  const move = (init: PointerEventInit = {}): void => page.fire('pointermove', new PointerEvent('pointermove', { pointerType: 'mouse', ...init }));
  return { page, moves, move };
}

test('a mouse that tells a thousand times a second is looked at once a frame', () => {
  const { page, moves, move } = setup();
  for (let times = 0; times < 100; times++) {
    move({ clientX: times });
    page.advance(1);
  }
  expect(moves.map(({ x }) => x)).toEqual([0, 16, 32, 48, 64, 80, 96]);
});

test('a held button is told, so that drawing is not taken for pointing', () => {
  const { page, moves, move } = setup();
  move({ buttons: 1 });
  page.advance(20);
  move();
  expect(moves.map(({ pressed }) => pressed)).toEqual([true, false]);
});

test('a finger does not hover', () => {
  const { moves, move } = setup();
  move({ pointerType: 'touch' });
  expect(moves).toEqual([]);
});
