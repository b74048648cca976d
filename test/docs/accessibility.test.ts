import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictures } from '../gallery/album.mjs';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| \d+ \|/.test(line));

/** Each “title” that stands after the file it is in. Titles may hold quotes of their own. */
const named = rows.flatMap((row) => [...row.matchAll(/`(test\/[\w/.]+)`: “(.+?)”(?=[;,. ]*(?:$|\||;|`|,|by ))/g)].map(([, file = '', title = '']) => ({ file, title })));

test('whoever asks what was tested finds all 32 rows, in their order', () => {
  expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
});

test('every test that is named there exists', () => {
  const lost = named.filter(({ file, title }) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(title));
  expect(lost).toEqual([]);
  expect(named.length).toBe(rows.join('\n').split('`: “').length - 1);
});

test('every picture that the gallery shows is there, and no other', () => {
  const shown = [...readFileSync(join(root, 'docs/gallery.md'), 'utf8').matchAll(/\(gallery\/([\w.-]+)\)/g)].map(([, file]) => file);
  expect([...shown].sort()).toEqual([...pictures].sort());
  expect(readdirSync(join(root, 'docs/gallery')).sort()).toEqual([...shown].sort());
});
