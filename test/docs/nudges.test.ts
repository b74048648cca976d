import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(`${root}/docs/nudges.md`, 'utf8');
const sources = readdirSync(`${root}/src/nudge`).map((file) => readFileSync(`${root}/src/nudge/${file}`, 'utf8')).join('\n');

const distinct = (words: Iterable<string>) => [...new Set(words)].sort();
const rowsOf = (heading: string) => [...(page.split(`| ${heading} |`)[1]?.split('\n\n')[0] ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1] ?? '');

test('every custom property that a theme may set is in the table, and no other', () => {
  expect(distinct(rowsOf('property'))).toEqual(distinct([...sources.matchAll(/var\((--furrow-[a-z-]+)/g)].map((found) => found[1] ?? '')));
});

test('what the table says of a property that is left out is what it is then', () => {
  for (const [, property = '', value = ''] of page.matchAll(/^\| `(--furrow-[a-z-]+)` \|[^|]*\| `([^`]+)` \|$/gm)) expect(sources).toContain(`var(${property},${value})`);
});

test('every part that a theme may style is in the table, and no other', () => {
  const named = [...sources.matchAll(/\bpart(?:="([a-z ]+)"|(?:: |=\{)primary \? '([a-z ]+)')/g)].flatMap(([, always = '', first = '']) => `${always} ${first}`.trim().split(' '));
  expect(distinct(rowsOf('part'))).toEqual(distinct(named));
});

test('the templates stand in the order of their modesty', () => {
  expect(rowsOf('template')).toEqual(['inline', 'steps', 'tooltip', 'banner', 'chat-invite']);
});
