import type { VNode } from 'preact';
import type { Contribution, Score } from '../types';
import { pointsText, scoreText } from './numbers';

/** What a score is made of: bars to the right add, bars to the left take away, and they sum to the score. */
export function Contributions({ score: { value, contributions } }: { readonly score: Score }): VNode {
  const sum = contributions.reduce((before, { points }) => before + points, 0);
  const most = Math.max(1, ...contributions.map(({ points }) => Math.abs(points)));
  const heaviest = [...contributions].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const isClamped = Math.abs(sum - value) > 0.05;
  return (
    <section>
      <h4>What the score is made of</h4>
      {contributions.length === 0 && <p class="quiet">Nothing yet.</p>}
      {contributions.length > 0 && (
        <ul class="parts">
          {heaviest.map((part) => <Part part={part} most={most} />)}
          <li class="sum"><span>{isClamped ? `sum ${pointsText(sum)}, kept within 0 and 100` : 'sum'}</span><span class="num">{scoreText(value)}</span></li>
        </ul>
      )}
    </section>
  );
}

function Part({ part: { signal, place, points, count }, most }: { readonly part: Contribution; readonly most: number }): VNode {
  return (
    <li>
      <span><b>{signal}</b>{place && <> at <span class="place" dir="auto">{place}</span></>}{count > 1 && <span class="times"> × {count}</span>}</span>
      <span class="num">{pointsText(points)}</span>
      <span class={points < 0 ? 'weight less' : 'weight'} style={{ '--part': `${Math.abs(points) / most}` }} />
    </li>
  );
}
