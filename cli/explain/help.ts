import type { Rule } from '../../src/types';
import { duration, number } from '../words';

/** The words for confidence, as the rules file has them. */
const SURENESS = [[0.75, 'very sure'], [0.6, 'fairly sure']] as const;

/** How much trouble is enough, how sure it must be, and how long it waits for the right moment. */
export function helpWords({ help: { score, confidence, forMs, pauseMs, waitMs }, nudge }: Rule): readonly string[] {
  const [, sure] = SURENESS.find(([from]) => confidence >= from) ?? [0, 'at all sure'];
  const stays = forMs ? `, has stayed there for ${duration(forMs)}` : '';
  const when = `when the score reaches ${number(score)} of 100${stays} and furrow is ${sure} (${number(confidence)} of 1)`;
  if (!nudge) return [`Trouble counts ${when}.`];
  const pause = pauseMs ? `It waits until the visitor has rested for ${duration(pauseMs)}, and` : 'It';
  return [`Help is due ${when}.`, `${pause} is given up after ${duration(waitMs)}.`];
}
