import { beside, type Box, docked, place, roomAround, type Size, type Spot } from './place';
import type { Form, Surface } from './surface';
import type { Surroundings } from './surroundings';

/** Less than this and nothing could be read. */
const LEAST_ROOM_PX = 112;

/** What is as wide as the page leaves half of its height to the visitor; a card may be taller. */
const WIDE_SHARE = 0.5;
const CARD_SHARE = 0.8;

/**
 * Gives help a form and the best spot for it: in view, never over its anchor, and over what has the focus only where nothing
 * else is left. False where there is no such spot; with `must` it then stands in view all the same.
 */
export function settle(surface: Surface, form: Form, around: Surroundings, must: boolean): boolean {
  const { view, anchor, focused } = around;
  const most = view.height * (isWide(form) ? WIDE_SHARE : CARD_SHARE);
  const least = Math.max(LEAST_ROOM_PX, Math.min(most, anchor ? roomAround(anchor, view) : most));
  const own = anchor ? [anchor] : [];
  const both = focused ? [...own, focused] : own;
  const spotIn = (room: number, avoid: readonly Box[]): Spot | undefined => place(spotsFor(form, surface.shape(form, room), around), view, avoid);
  const spot = spotIn(most, both) ?? spotIn(least, both) ?? spotIn(least, own) ?? (must ? spotIn(most, []) ?? view : undefined);
  if (spot) surface.move(spot, anchor);
  return !!spot;
}

function spotsFor(form: Form, size: Size, { view, anchor, side, rightToLeft }: Surroundings): readonly Spot[] {
  const middle = docked(size, view, 0.5);
  if (isWide(form) || form === 'back') return middle;
  if (anchor && form !== 'corner') return [...beside(anchor, size, view, side, rightToLeft), ...middle];
  return docked(size, view, Number(!rightToLeft), Number(rightToLeft));
}

function isWide(form: Form): boolean {
  return form === 'sheet' || form === 'banner';
}
