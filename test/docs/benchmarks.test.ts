import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readEntries, runsOf } from '../bench/accuracy/report/data.js';
import { errors } from '../bench/accuracy/report/errors.js';
import { report } from '../bench/accuracy/report/tables.js';
import { scored } from '../bench/accuracy/scenarios.js';

const docs = resolve(import.meta.dirname, '../../docs');
const entries = readEntries(`${docs}/benchmarks/accuracy.json`);
const page = readFileSync(`${docs}/benchmarks.md`, 'utf8');

test('the tables of accuracy are what the raw verdicts give', () => {
  const [, written = ''] = /<!-- accuracy -->([^]*)<!-- \/accuracy -->/.exec(page) ?? [];
  expect(written.trim()).toBe(report(entries).trim());
});

test('the list of mistakes is what the raw verdicts give', () => {
  expect(readFileSync(`${docs}/benchmarks/accuracy-errors.md`, 'utf8')).toBe(errors(entries));
});

test('furrow has played every scenario that counts', () => {
  const [own] = entries.filter(({ name }) => name === 'furrow');
  expect(own && runsOf(own)).toHaveLength(scored.length);
});
