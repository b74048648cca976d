import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'cli'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `cli/${file.replaceAll('\\', '/')}`);

/** The modules of furrow that a file imports, by their path. */
const importsOf = (file: string): readonly string[] => [...readFileSync(join(root, file), 'utf8').matchAll(/\bfrom '(\.[^']+)'/g)]
  .map((match) => relative(root, resolve(root, dirname(file), match[1] ?? '')).replaceAll('\\', '/'));

test('the command line knows of the page what docs/architecture.md says, and no more', () => {
  expect(files.length).toBeGreaterThan(30);
  const strangers = files.flatMap((file) => importsOf(file).filter((name) => !/^(cli\/|src\/(types$|rules\/|score\/|decide\/))/.test(name)).map((name) => `${file} imports ${name}`));
  expect(strangers).toEqual([]);
});

test('the checks of lint know nothing of each other', () => {
  const checks = files.filter((file) => file.startsWith('cli/lint/checks/'));
  expect(checks.flatMap((file) => importsOf(file).filter((name) => name.startsWith('cli/lint/checks/')))).toEqual([]);
});

test('nothing that the page loads knows of the command line', () => {
  const src = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(src.filter((file) => /from '[./]+cli\//.test(readFileSync(join(root, 'src', file), 'utf8')))).toEqual([]);
});
