import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contestants } from './contestants.js';

const DEFAULT_RUNS = 5;

export const help = `Measures what furrow costs a page, beside the SDKs that watch for the same things.

  npm run bench:speed -- [options]

  --runs N          how often everybody is measured, one after the other (default ${DEFAULT_RUNS}; three to five minutes each)
  --only A,B        just these, and print only: ${contestants.map(({ id }) => id).join(', ')}
  --furrow FOLDER   measure the furrow built there (default: dist/, built first)
  --hot ID          print where the script time of one goes, function by function, and nothing else
  --report          measure nothing; write the tables from docs/benchmarks/speed.json once more
  --help            this

Without --only the figures go to docs/benchmarks/speed.json and the tables to docs/benchmarks.md.
`;

/**
 * What the command was asked for, or a sentence that says what is wrong with it.
 * @param {readonly string[]} words
 * @returns {{ help: boolean, report: boolean, runs: number, only: readonly string[], furrow: string | undefined, hot: string | undefined } | { wrong: string }}
 */
export function readArguments(words) {
  try {
    const { values } = parseArgs({ args: [...words], options: {
      runs: { type: 'string' }, only: { type: 'string' }, furrow: { type: 'string' }, hot: { type: 'string' }, report: { type: 'boolean' }, help: { type: 'boolean' },
    } });
    const runs = Number(values.runs ?? DEFAULT_RUNS);
    if (!Number.isInteger(runs) || runs < 1) return { wrong: `“${values.runs}” is not a number of runs; take 1 or more.` };
    const only = values.only?.split(',') ?? [];
    const stranger = [...only, ...(values.hot ? [values.hot] : [])].find((id) => !contestants.some((each) => each.id === id));
    if (stranger !== undefined) return { wrong: `Nobody is called “${stranger}”; there are ${contestants.map(({ id }) => id).join(', ')}.` };
    if (values.furrow && !existsSync(join(values.furrow, 'furrow.js'))) return { wrong: `There is no furrow.js in “${values.furrow}”; name the folder of a build.` };
    return { help: values.help === true, report: values.report === true, runs, only, furrow: values.furrow, hot: values.hot };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
