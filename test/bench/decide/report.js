import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../speed/statistics.js';
import { cases, RULES, SIGNALS } from './cases.js';

/** @typedef {import('./measure.js').Results} Results */

const docs = join(import.meta.dirname, '../../../docs');
const page = join(docs, 'benchmarks.md');
const figures = join(docs, 'benchmarks/decide.json');

export const MARKERS = /** @type {const} */ (['<!-- decide -->', '<!-- /decide -->']);

/** @returns {Results} */
export function readFigures() {
  return JSON.parse(readFileSync(figures, 'utf8'));
}

/** Keeps the figures. @param {Results} results */
export function writeFigures(results) {
  writeFileSync(figures, `${JSON.stringify(results, null, 1).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`);
}

/** Writes the table between its markers; what stands around it is other people's. @param {Results} results */
export function writeReport(results) {
  const [from, to] = MARKERS;
  const before = readFileSync(page, 'utf8');
  const whole = before.includes(from) ? before : `${before.trimEnd()}\n\n${from}\n${to}\n`;
  writeFileSync(page, `${whole.slice(0, whole.indexOf(from) + from.length)}\n\n${reportOf(results)}\n\n${whole.slice(whole.indexOf(to))}`);
}

/** @param {Results} results */
export function reportOf({ date, machine, node, runs, parseUs, cases: measured }) {
  const parse = median(parseUs);
  const rows = cases.map(({ id, title, goalUs }) => {
    const us = median(measured.find((each) => each.id === id)?.us ?? []);
    return `| ${RULES} ${title} | ${us.toFixed(1)} | ${(us / parse).toFixed(0)} | ${goalUs === undefined ? '' : `${goalUs}: **${us <= goalUs ? 'met' : 'missed'}**`} |`;
  });
  return `## Deciding

What it takes from a signal to the decisions about it: it is scored, and every rule that it counts for is asked through all its gates. \`npm run bench:decide\`, ${date}, ${machine}, Node ${node},
medians of ${runs} runs of one visit of ${SIGNALS} signals; every run is in [decide.json](benchmarks/decide.json). Reading such a signal from JSON takes ${parse.toFixed(2)} µs on the same machine; the last but one column is how many times that.

|  | µs per signal | × \`JSON.parse\` | goal, µs |
| --- | ---: | ---: | --- |
${rows.join('\n')}`;
}
