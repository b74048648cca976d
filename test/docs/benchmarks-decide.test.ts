import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cases } from '../bench/decide/cases.js';
import { MARKERS, readFigures, reportOf } from '../bench/decide/report.js';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/benchmarks.md'), 'utf8');
const figures = readFigures();
const [from, to] = MARKERS;

test('the table of deciding is that of the figures', () => {
  expect(page.slice(page.indexOf(from) + from.length, page.indexOf(to)).trim()).toBe(reportOf(figures));
});

test('every case was measured, each as often, and came to decisions', () => {
  expect(figures.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  for (const { id, us, codes } of figures.cases) {
    expect(us, id).toHaveLength(figures.runs);
    expect(codes, id).toHaveProperty('open');
  }
});
