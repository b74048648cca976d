/** Where the panel stands. */
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** The corner nearest to a spot, in parts of the window from its left and from its top. */
export function cornerAt(x: number, y: number): Corner {
  return `${y < 0.5 ? 'top' : 'bottom'}-${x < 0.5 ? 'left' : 'right'}`;
}

const CLOCKWISE: Readonly<Record<Corner, Corner>> = {
  'top-left': 'top-right', 'top-right': 'bottom-right', 'bottom-right': 'bottom-left', 'bottom-left': 'top-left',
};

/** The corner that a key leads to: an arrow its way, everything else clockwise. */
export function cornerToward(corner: Corner, key?: string): Corner {
  const [row, column] = corner.split('-');
  if (key === 'ArrowUp' || key === 'ArrowDown') return cornerAt(column === 'left' ? 0 : 1, key === 'ArrowUp' ? 0 : 1);
  if (key === 'ArrowLeft' || key === 'ArrowRight') return cornerAt(key === 'ArrowLeft' ? 0 : 1, row === 'top' ? 0 : 1);
  return CLOCKWISE[corner];
}
