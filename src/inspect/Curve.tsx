import type { VNode } from 'preact';
import { curveOf, HEIGHT, WIDTH, type Point } from './curve';

/** A score over the last three minutes, with the bar that it has to reach. For the eye only: the numbers stand beside it. */
export function Curve({ points, now, bar }: { readonly points: readonly Point[]; readonly now: number; readonly bar: number }): VNode {
  const { line, area } = curveOf(points, now);
  return (
    <svg class="curve" viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="floor" d={`M0 ${HEIGHT}H${WIDTH}`} />
      {area && <path class="area" d={area} />}
      <path class="bar" d={`M0 ${HEIGHT - bar}H${WIDTH}`} />
      {line && <path class="line" d={line} />}
    </svg>
  );
}
