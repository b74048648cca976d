#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { setUp } from '../setup.mjs';
import { readFigures, reportOf, writeFigures, writeReport } from './report.js';

const RUNS = 25;

const help = `Measures what scoring and deciding cost for each signal.

  npm run bench:decide -- [options]

  --runs N    how often each case is lived through (default ${RUNS}; some seconds)
  --print     print only; else the figures go to docs/benchmarks/decide.json and the table to docs/benchmarks.md
  --report    measure nothing; write the table from docs/benchmarks/decide.json once more
  --help      this
`;

const asked = readArguments(process.argv.slice(2));

if ('wrong' in asked) {
  console.error(`${asked.wrong}\n\n${help}`);
  process.exitCode = 2;
} else if (asked.help) console.log(help);
else if (asked.report) writeReport(readFigures());
else await bench(asked);

/** @param {{ runs: number, print: boolean }} asked */
async function bench({ runs, print }) {
  setUp({ build: false });
  const { measure } = await import('./measure.js');
  const results = await measure(runs);
  if (!print) {
    writeFigures(results);
    writeReport(results);
  }
  console.log(reportOf(results));
}

/** @param {readonly string[]} words */
function readArguments(words) {
  try {
    const { values } = parseArgs({ args: [...words], options: { runs: { type: 'string' }, print: { type: 'boolean' }, report: { type: 'boolean' }, help: { type: 'boolean' } } });
    const runs = Number(values.runs ?? RUNS);
    if (!Number.isInteger(runs) || runs < 1) return { wrong: `“${values.runs}” is not a number of runs; take 1 or more.` };
    return { runs, print: values.print === true, report: values.report === true, help: values.help === true };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
