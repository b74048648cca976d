import { parseArgs } from 'node:util';

/** Five runs at once make two cores spoil the rhythm of some; they are repeated, but it is no faster. */
const MOST_JOBS = 16;
const DEFAULT_JOBS = 3;

/** The contestants, ours first. Each is a file in contestants/. */
export const NAMES = /** @type {const} */ (['furrow', 'posthog', 'datadog', 'sentry', 'mixpanel', 'amplitude', 'openreplay', 'clarity']);

export const help = `Plays the scenarios in a real Chromium with real input against furrow and its peers, and writes who was right to docs/benchmarks.md.

  npm run bench:accuracy -- [options]

  --only A,B       only these contestants, of: ${NAMES.join(', ')}
  --grep TEXT      only scenarios whose id contains this, or whose family it is; prints and writes nothing
  --jobs N         runs at once (default ${DEFAULT_JOBS}, at most ${MOST_JOBS})
  --resume         take over what an earlier run found, where neither scenario, page nor contestant have changed
  --furrow FOLDER  a built checkout of furrow; without it this one is built and used
  --verbose        say what every run told
  --report         play nothing; write the tables anew from docs/benchmarks/accuracy.json
  --help           this
`;

/**
 * What the command was asked for, or a sentence that says what is wrong with it.
 * @param {readonly string[]} words
 * @returns {{ help: boolean, report: boolean, resume: boolean, verbose: boolean, jobs: number, only: readonly string[], grep: string | undefined, furrow: string | undefined } | { wrong: string }}
 */
export function readArguments(words) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { only: { type: 'string' }, grep: { type: 'string' }, jobs: { type: 'string' }, furrow: { type: 'string' }, resume: { type: 'boolean' }, verbose: { type: 'boolean' }, report: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const { help = false, report = false, resume = false, verbose = false, grep, furrow } = values;
    const jobs = Number(values.jobs ?? DEFAULT_JOBS);
    const only = values.only?.split(',').map((name) => name.trim()) ?? NAMES;
    const stranger = only.find((name) => !NAMES.some((known) => known === name));
    if (values.jobs === '' || !Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) return { wrong: `--jobs ${values.jobs} is not a number from 1 to ${MOST_JOBS}.` };
    if (stranger !== undefined) return { wrong: `There is no contestant “${stranger}”; there are ${NAMES.join(', ')}.` };
    if (report && (values.only !== undefined || grep !== undefined || resume)) return { wrong: '--report plays nothing, so it goes without --only, --grep and --resume.' };
    return { help, report, resume, verbose, jobs, only, grep, furrow };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
