import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MARKERS, reportOf } from './report.js';

/** @typedef {import('./contest.js').Results} Results */

const docs = join(import.meta.dirname, '../../../docs');
const page = join(docs, 'benchmarks.md');
const figures = join(docs, 'benchmarks/speed.json');

/** Keeps the figures. @param {Results} results */
export function writeFigures(results) {
  mkdirSync(dirname(figures), { recursive: true });
  writeFileSync(figures, `${JSON.stringify(results, null, 1).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`);
}

/** @returns {Results} */
export function readFigures() {
  return JSON.parse(readFileSync(figures, 'utf8'));
}

/** Writes the tables between their markers; what stands around them is other people's. @param {Results} results */
export function writeReport(results) {
  const [from = '', to = ''] = MARKERS;
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '# Benchmarks\n';
  const whole = before.includes(from) ? before : `${before.trimEnd()}\n\n${from}\n${to}\n`;
  const begin = whole.indexOf(from) + from.length;
  writeFileSync(page, `${whole.slice(0, begin)}\n\n${reportOf(results)}\n\n${whole.slice(whole.indexOf(to))}`);
}
