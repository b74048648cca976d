import type { Finding } from '../finding';
import type { Check } from '../subject';

/** Fewer who see help than this, and the rule helps those least whom it was written for. */
const MOST_HELD_PERCENT = 60;

/** Comparisons from which nothing could be learned, and those for which too many go without. */
export const experiments: Check = ({ rules, taken }) => taken.flatMap(({ rule, path }): readonly Finding[] => {
  const { experiment } = rule;
  const holdout = rules?.holdout.percent ?? 0;
  if (!experiment) return [];
  const held = 100 - ((100 - holdout) * (100 - experiment.control)) / 100;
  if (held === 0) return [{
    code: 'no-control', path: `${path}.experiment.control`, message: 'nobody goes without: the variants can be compared with each other, and never with no help at all', instead: 'write "control": 10, or a holdout for the file',
  }];
  return held > MOST_HELD_PERCENT ? [{
    code: 'few-left', path: `${path}.experiment.control`, message: `${Math.round(held)} of 100 visitors would be shown nothing, in control or held out`, instead: `keep both together under ${MOST_HELD_PERCENT}`,
  }] : [];
});
