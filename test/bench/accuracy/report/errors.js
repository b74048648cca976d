import { scenarios } from '../scenarios.js';
import { judge } from '../judge.js';
import { runsOf } from './data.js';

/** @import { Entry } from './data.js' */

/**
 * docs/benchmarks/accuracy-errors.md: every case that each contestant got wrong, ours first, and what was left out of the score.
 * @param {readonly Entry[]} entries
 */
export function errors(entries) {
  const left = scenarios.filter(({ doubtful }) => doubtful !== undefined);
  return `# Accuracy: every mistake

Written by \`npm run bench:accuracy\`; the figures are in [benchmarks.md](../benchmarks.md). *Missed*: it was so, and was not told. *False*: it was told, and is not so. Signals that a contestant does not offer are not held against it.

${entries.map(mistakes).join('\n\n')}

## Left out of the score

${left.map(({ id, what, doubtful }) => `- \`${id}\`: ${what}. ${doubtful}`).join('\n')}
`;
}

/** @param {Entry} entry */
function mistakes(entry) {
  const runs = runsOf(entry);
  const lines = runs.flatMap(({ scenario, told }) => {
    const wrong = judge(scenario, told, entry.offers).filter(({ verdict }) => verdict !== 'hit');
    const said = wrong.map(({ signal, verdict }) => `${verdict === 'miss' ? 'missed' : 'false'} ${signal}`).join(', ');
    return wrong.length > 0 ? [`- \`${scenario.id}\`: ${said}. (${scenario.what})`] : [];
  });
  return `## ${entry.label} ${entry.version}

${lines.length} of ${runs.length} scenarios are not wholly right.

<details><summary>All ${lines.length}</summary>

${lines.join('\n') || 'None.'}

</details>`;
}
