import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contestants } from '../bench/speed/contestants.js';
import { MARKERS, reportOf } from '../bench/speed/report.js';
import { readFigures } from '../bench/speed/write.js';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/benchmarks.md'), 'utf8');
const figures = readFigures();
const [from = '', to = ''] = MARKERS;

test('the speed tables are those of the figures', () => {
  expect(page.slice(page.indexOf(from) + from.length, page.indexOf(to)).trim()).toBe(reportOf(figures));
});

test('everybody was measured, and as often as everybody else', () => {
  expect(figures.contestants.map(({ id }) => id)).toEqual(contestants.map(({ id }) => id));
  for (const { id, playedMs, startMs, manyElementsMs, manyEventsMs, p99Us, heapBytes, forced } of figures.contestants) {
    for (const values of [playedMs, startMs, manyElementsMs, manyEventsMs, p99Us, heapBytes, forced]) expect(values, id).toHaveLength(figures.runs);
  }
});

test('the peers are of the versions that the lock file names', () => {
  const { dependencies } = JSON.parse(readFileSync(resolve(root, 'test/bench/package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const peers = figures.contestants.filter(({ title }) => title in dependencies);
  expect(peers).toHaveLength(contestants.filter(({ from }) => from).length);
  for (const { title, version } of peers) expect(version, title).toBe(dependencies[title]);
});
