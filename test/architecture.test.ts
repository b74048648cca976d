import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** The table in docs/architecture.md; the first part that a file belongs to counts. */
const mayImport = readFileSync(resolve(src, '../docs/architecture.md'), 'utf8').split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').slice(1, 3).map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')))
  .flatMap(([[part = ''] = [], imports = []]) => (/^furrow\./.test(part) ? [] : [{ part, imports }]));

const holds = (part: string, name: string) => (part.endsWith('/') ? name.startsWith(part) : name === part);

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => file.replaceAll('\\', '/'));
const nameOf = (file: string) => file.replace(/\.tsx?$/, '');
const textOf = (file: string) => readFileSync(join(src, file), 'utf8');

/** Every module that a file imports, types included: parts of furrow by their path in src, packages by their name. */
function importsOf(file: string): string[] {
  const found = textOf(file).matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g);
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '').map((name) =>
    name.startsWith('.') ? relative(src, resolve(src, dirname(file), name)).replaceAll('\\', '/') : name);
}

test('no part imports what it may not know', () => {
  const strangers = files.flatMap((file) => {
    const name = nameOf(file);
    const rule = mayImport.find(({ part }) => holds(part, name));
    if (!rule) return `${file} is in no part of the house`;
    return importsOf(file)
      .filter((imported) => !rule.imports.some((may) => holds(may, imported) || (may === 'preact' && imported.startsWith('preact/'))))
      .map((imported) => `${file} imports ${imported}`);
  });
  expect(strangers).toEqual([]);
});

test('no import goes in a ring, types included', () => {
  const imports = new Map(files.map((file) => [nameOf(file), importsOf(file)]));
  const rings: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) return void rings.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (done.has(name)) return;
    for (const next of imports.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of imports.keys()) visit(name, []);
  expect(rings).toEqual([]);
});

test('every import is understood by these tests', () => {
  const unread = files.flatMap((file) => (textOf(file).match(/\bfrom '[^']+'|import\('[^']+'\)/g)?.length ?? 0) === importsOf(file).length ? [] : file);
  expect(unread).toEqual([]);
});

test('run fits on one screen', () => {
  const run = /export async function run\([\s\S]*?\n}\n/.exec(textOf('run.ts'))?.[0] ?? '';
  expect(run).not.toBe('');
  expect(run.split('\n').length).toBeLessThanOrEqual(72);
});

test('nothing of the page is patched, prevented or written to', () => {
  const forbidden = [/preventDefault|stopPropagation|stopImmediatePropagation/, /\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/, /\b(history|window|navigator|document)\.\w+\s*=[^=]/, /\.prototype\./, /\beval\(|new Function/];
  // where our own surfaces keep a key to themselves, and where furrow puts itself in place of its stub
  const allowed: Readonly<Record<string, RegExp>> = {
    'consent/prompt.ts': /event\.(preventDefault|stopPropagation)\(\)/g,
    'nudge/keys.ts': /event\.(preventDefault|stopPropagation)\(\)/g,
    'preferences/surface.ts': /event\.stopPropagation\(\)/g,
    'inspect/ownEvents.ts': /event\.(preventDefault|stopPropagation)\(\)/g,
    'script.ts': /window\.furrow = Object\.assign\(call, furrow\)/g,
  };
  const found = files.flatMap((file) => {
    const text = withoutComments(textOf(file)).replace(allowed[file] ?? /(?!)/g, '');
    return forbidden.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern.source}`);
  });
  expect(found).toEqual([]);
});

test('no module keeps state of its own', () => {
  const found = files.flatMap((file) => (withoutComments(textOf(file)).match(/^(?:export )?(?:let|var) .*$/gm) ?? []).map((line) => `${file}: ${line}`));
  expect(found).toEqual([]);
});

test('Facts are made in one place', () => {
  const found = files.filter((file) => /\bas (unknown as )?Fact\b/.test(textOf(file)));
  expect(found).toEqual(['report/anonymise.ts']);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
