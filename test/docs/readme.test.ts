// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { detectors } from '../../src/detect/registry';
import { createFurrow } from '../../src/furrow';
import { problemsOf } from '../../src/optionProblems';
import { readRules } from '../../src/rules/read';
import { brotliBytes, TAG_FILES } from '../describeBuild.mjs';
import { STUB } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const never = () => Promise.reject(new Error('not here'));
const cells = (pattern: RegExp) => [...readme.matchAll(pattern)].map((match) => match[1] ?? '');

test('the README can be read in one sitting', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(200);
});

test('the snippet is the stub that never changes, and its 62 characters', () => {
  expect(readme).toContain(STUB);
  expect(STUB.replace(/<\/?script>/g, '')).toHaveLength(62);
});

test('the sizes are those of the build', () => {
  const quoted = new Map([...readme.matchAll(/^\| `(furrow[\w.]*\.js)` \|.*\| ([\d,]+) \|$/gm)].map((match) => [match[1] ?? '', Number(match[2]?.replace(',', ''))]));
  expect([...quoted.keys()].sort()).toEqual([...TAG_FILES].sort());
  for (const [file, bytes] of quoted) expect(Math.abs(bytes - brotliBytes(file)) / brotliBytes(file), `${file} weighs ${brotliBytes(file)} B, the README says ${bytes}`).toBeLessThanOrEqual(0.01);
});

test('the ten-line rules file is ten lines or so, and right', () => {
  const [json = ''] = cells(/```json\n([\s\S]*?)```/g);
  expect(json.trim().split('\n').length).toBeLessThanOrEqual(12);
  const { rules, problems } = readRules(JSON.parse(json), 'README.md');
  expect(problems).toEqual([]);
  expect(rules.rules.map(({ id }) => id)).toEqual(['checkout-help']);
});

test('the signals are those that there are', () => {
  const [, table = ''] = /## What it notices([\s\S]*?)\n## /.exec(readme) ?? [];
  expect([...table.matchAll(/^\| [A-Z].*$/gm)].flatMap(([row]) => [...row.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).sort()).toEqual(detectors.map(({ name }) => name).sort());
  expect(table).toContain(`${detectors.length} signals`);
});

test('the verbs are those that there are', () => {
  const { furrow } = createFurrow(window, { ask: 'manual', automated: 'allow' }, never);
  const table = /\| verb \| does \|\n[\s\S]*?\n\n/.exec(readme)?.[0] ?? '';
  const verbs = [...table.matchAll(/^\|((?: `[^`]+`)+) \|/gm)].flatMap((row) => [...(row[1] ?? '').matchAll(/`(\w+)\(/g)].map((match) => match[1]));
  expect([...verbs].sort()).toEqual(Object.keys(furrow).sort());
});

test('the options are those that there are', () => {
  const table = /\| option \| in the tag[\s\S]*?\n\n/.exec(readme)?.[0] ?? '';
  const options = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '');
  const [known = ''] = problemsOf({ nonsense: 1 } as never);
  expect([...options].sort()).toEqual(known.replace(/^.*furrow knows /, '').split(', ').sort());
});

test.each(['README.md', 'docs/architecture.md', 'docs/privacy.md', 'docs/rules.md', 'docs/examples/README.md', 'docs/inspect.md', 'docs/cli.md', 'docs/signals.md', 'docs/wire.md', 'docs/collectors.md'])('every link in %s leads somewhere', (file) => {
  const path = resolve(root, file);
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)#]+)(#[^)]*)?\)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(resolve(dirname(path), link)))).toEqual([]);
});

test('every test that the privacy page names is there', () => {
  const privacy = readFileSync(resolve(root, 'docs/privacy.md'), 'utf8');
  const rows = privacy.split('\n').filter((line) => line.startsWith('| ') && line.includes('`test/'));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const files = [...row.matchAll(/`(test\/[\w./-]+)`/g)].map((match) => match[1] ?? '');
    for (const file of files) expect(existsSync(resolve(root, file)), file).toBe(true);
    const text = files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(resolve(root, file), 'utf8')).join('\n');
    // where a test is held for each of several things, “…” stands for the thing
    for (const part of [...row.matchAll(/“([^”]+)”/g)].flatMap(([, title = '']) => title.split('…'))) expect(text, part).toContain(part.trim());
  }
});
