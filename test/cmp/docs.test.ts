import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as cmp from '../../src/cmp';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const rows = read('docs/consent-managers.md').split('\n').filter((line) => /^\| .*`\w+\(/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()));

test('the table of consent managers names every adapter there is, as the tag and as code', () => {
  const documented = rows.map(([, , tag = '', code = '']) => [/data-cmp="(\w+)"/.exec(tag)?.[1], /`(\w+)\(/.exec(code)?.[1]]);
  const inTags = [...read('src/cmp.ts').matchAll(/^export \{ (\w+) \}/gm)].map(([, name]) => name);
  expect(documented.map(([, code]) => code).sort()).toEqual(Object.keys(cmp).sort());
  expect(documented.flatMap(([tag]) => tag ?? []).sort()).toEqual(inTags.sort());
});

test('the table names the category that stands for furrow by default', () => {
  for (const [, , , code = '', standing = ''] of rows.filter(([, , tag]) => tag)) {
    const name = /\w+/.exec(code)?.[0] ?? '';
    expect([name, /category = '([^']+)'/.exec(read(`src/cmp/${name}.ts`))?.[1]]).toEqual([name, /`([^`]+)`/.exec(standing)?.[1]]);
  }
});
