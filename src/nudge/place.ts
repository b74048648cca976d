/** A rectangle in CSS px of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Size = Pick<Box, 'width' | 'height'>;
export type Side = (typeof SIDES)[number];

/** Where something may stand; `side` is the anchor's side it stands on, absent when it stands by itself. */
export interface Spot extends Box {
  readonly side?: Side;
}

/** Below first: people read on downwards, and what is above the trouble is often its label. */
const SIDES = ['bottom', 'top', 'right', 'left'] as const;

/** Nothing of ours comes nearer to the edge: it would look cut off, and phones round their corners. */
export const MARGIN_PX = 8;

/** Between a nudge and its anchor: the arrow (6 px) and air. */
export const GAP_PX = 10;

/** The first spot that is in view and covers none of `avoid`. */
export function place(spots: readonly Spot[], view: Box, avoid: readonly Box[]): Spot | undefined {
  return spots.find((spot) => contains(view, spot) && !avoid.some((box) => overlap(spot, box)));
}

/**
 * The spots at an anchor's sides: the wanted one, then the others. Along the side it stands at the middle; above or
 * below a wider anchor at its end, where the fields around it have the least to read.
 */
export function beside(anchor: Box, size: Size, view: Box, wanted: Side, rightToLeft: boolean): readonly Spot[] {
  const along = anchor.width < size.width ? 0.5 : Number(!rightToLeft);
  const x = within(anchor.x + (anchor.width - size.width) * along, view.x, view.width, size.width);
  const y = within(anchor.y + (anchor.height - size.height) / 2, view.y, view.height, size.height);
  const at: Record<Side, Pick<Box, 'x' | 'y'>> = {
    bottom: { x, y: anchor.y + anchor.height + GAP_PX },
    top: { x, y: anchor.y - size.height - GAP_PX },
    right: { x: anchor.x + anchor.width + GAP_PX, y },
    left: { x: anchor.x - size.width - GAP_PX, y },
  };
  return [wanted, ...SIDES].map((side) => ({ ...size, ...at[side], side }));
}

/** The spots along the bottom edge, then the top edge; `align` is 0 for the left, 1 for the right. */
export function docked(size: Size, view: Box, ...align: readonly number[]): readonly Spot[] {
  const along = align.map((share) => view.x + MARGIN_PX + (view.width - size.width - 2 * MARGIN_PX) * share);
  const bottom = view.y + view.height - size.height - MARGIN_PX;
  return [bottom, view.y + MARGIN_PX].flatMap((y) => along.map((x) => ({ ...size, x, y })));
}

/** How tall something may be that has to stand above or below an anchor. */
export function roomAround(anchor: Box, view: Box): number {
  return Math.max(anchor.y - view.y, view.y + view.height - anchor.y - anchor.height) - GAP_PX - MARGIN_PX;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Half a pixel is forgiven: boxes have fractions, the visitor's eyes have not. */
function contains(view: Box, { x, y, width, height }: Box): boolean {
  const edge = MARGIN_PX - 0.5;
  return x >= view.x + edge && y >= view.y + edge && x + width <= view.x + view.width - edge && y + height <= view.y + view.height - edge;
}

function within(wanted: number, start: number, length: number, size: number): number {
  return Math.max(start + MARGIN_PX, Math.min(wanted, start + length - size - MARGIN_PX));
}
