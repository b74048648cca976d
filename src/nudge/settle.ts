import { beside, type Box, docked, overlap, place, roomAround, type Side, type Size, type Spot } from './place';
import type { Form, Surface } from './surface';

/** What decides where help may stand. */
export interface Surroundings {
  readonly view: Box;
  readonly anchor: Box | undefined;
  /** What the visitor is at; never covered if there is any way. */
  readonly focused: Box | undefined;
  readonly side: Side;
  readonly rightToLeft: boolean;
}

/** Less than this and nothing could be read. */
const LEAST_ROOM_PX = 112;

/** A sheet leaves at least half of the page to the visitor, a card a bit less. */
const SHEET_SHARE = 0.5;
const CARD_SHARE = 0.6;

/** Gives help its form and the best spot for it: in view, and over neither its anchor nor what has the focus. */
export function settle(surface: Surface, form: Form, around: Surroundings): void {
  const { view, anchor, focused } = around;
  const size = surface.shape(form, roomFor(form, around));
  const spots = spotsFor(form, size, around);
  const avoid = [anchor, focused].filter((box) => box !== undefined);
  const spot = place(spots, view, avoid) ?? place(spots, view, avoid.slice(0, 1)) ?? place(spots, view, []) ?? { ...size, x: view.x, y: view.y };
  surface.move(spot, anchor);
}

function roomFor(form: Form, { view, anchor }: Surroundings): number {
  const most = view.height * (form === 'sheet' ? SHEET_SHARE : CARD_SHARE);
  const around = anchor && overlap(anchor, view) ? roomAround(anchor, view) : most;
  return Math.max(LEAST_ROOM_PX, Math.min(most, around));
}

function spotsFor(form: Form, size: Size, { view, anchor, side, rightToLeft }: Surroundings): readonly Spot[] {
  const middle = docked(size, view, 0.5);
  if (form === 'corner') return rightToLeft ? docked(size, view, 0, 1) : docked(size, view, 1, 0);
  if (form === 'chip' && anchor && anchor.y < view.y) return middle.toReversed();
  return form === 'tooltip' && anchor ? [...beside(anchor, size, view, side), ...middle] : middle;
}
