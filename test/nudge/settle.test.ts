import { expect, test } from 'vitest';
import { type Box, GAP_PX, type Spot } from '../../src/nudge/place';
import { settle } from '../../src/nudge/settle';
import { type Form, isChip, type Surface } from '../../src/nudge/surface';

const PHONE: Box = { x: 0, y: 0, width: 360, height: 640 };
const HEIGHT_PX: Readonly<Record<Form, number>> = { tooltip: 260, corner: 260, sheet: 260, banner: 260, inline: 260, chip: 48, back: 48 };

/** Where help of this form comes to stand on a phone; undefined where it finds no spot. */
function settled(form: Form, anchor: Box | undefined, { focused, must = false }: { focused?: Box; must?: boolean } = {}): Spot | undefined {
  let moved: Spot | undefined;
  const shape = (as: Form, room: number) => ({ width: isChip(as) ? 180 : 344, height: Math.min(room, HEIGHT_PX[as]) });
  const surface = { shape, move: (spot: Spot) => { moved = spot; } } as Partial<Surface> as Surface;
  const fits = settle(surface, form, { view: PHONE, anchor, focused, side: 'bottom', rightToLeft: false }, must);
  expect(fits).toBe(!!moved);
  return moved;
}

const TALL: Box = { x: 0, y: 70, width: 360, height: 500 };

test('a place that leaves no room for a sheet is not covered by one; the chip still finds a spot', () => {
  expect(settled('sheet', TALL)).toBeUndefined();
  expect(settled('chip', TALL)).toMatchObject({ y: 70 + 500 + GAP_PX });
});

test('passive help stands beside its place, and in the corner where it has none', () => {
  expect(settled('chip', { x: 100, y: 100, width: 80, height: 30 })).toMatchObject({ x: 50, y: 130 + GAP_PX });
  expect(settled('chip', undefined)).toMatchObject({ x: 360 - 180 - 8, y: 640 - 48 - 8 });
});

test('passive help never stands over its place, nor over what the visitor is at where there is another spot', () => {
  const place = { x: 100, y: 100, width: 80, height: 30 };
  expect(settled('chip', place, { focused: { x: 0, y: 130, width: 360, height: 60 } })).toMatchObject({ y: 100 - 48 - GAP_PX });
});

test('the way back to a place out of sight stands in the middle of the edge', () => {
  expect(settled('back', { x: 100, y: -300, width: 80, height: 30 }, { must: true })).toMatchObject({ x: 90, y: 640 - 48 - 8 });
});

test('a place as large as the view leaves no spot for anything', () => {
  expect(settled('sheet', PHONE)).toBeUndefined();
  expect(settled('chip', PHONE)).toBeUndefined();
});

test('who asked for the help at such a place gets it in view', () => {
  expect(settled('sheet', TALL, { must: true })).toMatchObject({ y: 640 - 260 - 8, height: 260 });
});

test('what the visitor is at gives way before the place of the trouble does', () => {
  const place = { x: 0, y: 0, width: 360, height: 300 };
  expect(settled('sheet', place, { focused: { x: 0, y: 310, width: 360, height: 320 } })).toMatchObject({ y: 640 - 260 - 8 });
});

test('a banner turns to the upper edge where its place or the visitor is at the lower one', () => {
  expect(settled('banner', undefined)).toMatchObject({ y: 640 - 260 - 8 });
  expect(settled('banner', { x: 100, y: 560, width: 80, height: 30 })).toMatchObject({ y: 8 });
  expect(settled('banner', undefined, { focused: { x: 100, y: 600, width: 80, height: 30 } })).toMatchObject({ y: 8 });
});
