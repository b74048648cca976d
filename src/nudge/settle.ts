import { beside, type Box, docked, place, roomAround, type Size, type Spot } from './place';
import type { Form, Surface } from './surface';
import type { Surroundings } from './surroundings';

/** Less than this and nothing could be read. */
const LEAST_ROOM_PX = 112;

/** A sheet is as wide as the page and leaves half of its height to the visitor; a card may be taller. */
const SHEET_SHARE = 0.5;
const CARD_SHARE = 0.8;

/** Gives help its form and the best spot for it: in view, and over neither its anchor nor what has the focus. */
export function settle(surface: Surface, form: Form, around: Surroundings): void {
  const { view, anchor, focused } = around;
  const most = view.height * (form === 'sheet' ? SHEET_SHARE : CARD_SHARE);
  const least = Math.max(LEAST_ROOM_PX, Math.min(most, anchor ? roomAround(anchor, view) : most));
  const both = [anchor, focused].filter((box) => box !== undefined);
  const spotIn = (room: number, avoid: readonly Box[]): Spot | undefined => place(spotsFor(form, surface.shape(form, room), around), view, avoid);
  const spot = spotIn(most, both) ?? spotIn(least, both) ?? spotIn(least, both.slice(0, 1)) ?? spotIn(least, []);
  surface.move(spot ?? view, anchor);
}

function spotsFor(form: Form, size: Size, { view, anchor, side, rightToLeft }: Surroundings): readonly Spot[] {
  const middle = docked(size, view, 0.5);
  if (form === 'corner') return rightToLeft ? docked(size, view, 0, 1) : docked(size, view, 1, 0);
  return form === 'tooltip' && anchor ? [...beside(anchor, size, view, side, rightToLeft), ...middle] : middle;
}
