import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beside, type Box, docked, GAP_PX, MARGIN_PX, overlap, place, roomAround, type Side } from '../../src/nudge/place';

const VIEW: Box = { x: 0, y: 0, width: 1280, height: 720 };
const CARD = { width: 340, height: 300 };

const px = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });
const view = fc.record({ x: px(40), y: px(40), width: px(2000, 320), height: px(1400, 256) });
const anchor = fc.record({ x: px(2100, -100), y: px(1500, -100), width: px(900, 1), height: px(400, 1) });
const size = fc.record({ width: px(400, 80), height: px(500, 40) });
const side = fc.constantFrom<Side>('top', 'bottom', 'left', 'right');

function inside(outer: Box, { x, y, width, height }: Box): boolean {
  return x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;
}

test('help never lies over its anchor nor over what has the focus, and never out of view', () => {
  fc.assert(fc.property(view, anchor, anchor, size, side, fc.boolean(), (seen, at, focused, card, wanted, rightToLeft) => {
    const spot = place([...beside(at, card, seen, wanted, rightToLeft), ...docked(card, seen, 0.5)], seen, [at, focused]);
    return !spot || (!overlap(spot, at) && !overlap(spot, focused) && inside(seen, spot));
  }));
});

test('help finds a spot at its anchor whenever there is room below or above', () => {
  fc.assert(fc.property(view, anchor, size, side, fc.boolean(), (seen, at, card, wanted, rightToLeft) => {
    fc.pre(card.width <= seen.width - 2 * MARGIN_PX && overlap(at, seen) && card.height <= roomAround(at, seen));
    return place(beside(at, card, seen, wanted, rightToLeft), seen, [at])?.side !== undefined;
  }));
});

test('something docked is always in view when it fits at all', () => {
  fc.assert(fc.property(view, size, px(1), (seen, card, share) => {
    fc.pre(card.width <= seen.width - 2 * MARGIN_PX && card.height <= seen.height - 2 * MARGIN_PX);
    return docked(card, seen, share).every((spot) => inside(seen, spot));
  }));
});

test('help stands on the side the rule wants, in the middle, a little apart', () => {
  const at = { x: 600, y: 340, width: 80, height: 40 };
  const [above] = beside(at, CARD, VIEW, 'top', false);
  expect(above).toEqual({ ...CARD, side: 'top', x: 640 - 170, y: 340 - 300 - GAP_PX });
});

test('help at a wide field stands at its end, where labels are not', () => {
  const field = { x: 100, y: 100, width: 800, height: 40 };
  expect(beside(field, CARD, VIEW, 'bottom', false)[0]?.x).toBe(900 - 340);
  expect(beside(field, CARD, VIEW, 'bottom', true)[0]?.x).toBe(100);
});

test('help at the edge of the window shifts along and keeps its margin', () => {
  const corner = { x: 1250, y: 10, width: 30, height: 30 };
  expect(place(beside(corner, CARD, VIEW, 'bottom', false), VIEW, [corner])).toMatchObject({ side: 'bottom', x: 1280 - 340 - MARGIN_PX });
});

test('help turns to another side where the wanted one has no room', () => {
  const low = { x: 600, y: 680, width: 80, height: 40 };
  expect(place(beside(low, CARD, VIEW, 'bottom', false), VIEW, [low])?.side).toBe('top');
});
