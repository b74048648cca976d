import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const doc = readFileSync(`${root}/docs/privacy.md`, 'utf8');

/** The keys under which the parts that notice keep something. */
const keys = ['detect', 'watch', 'decide'].flatMap((folder) => readdirSync(`${root}/src/${folder}`).flatMap((file) => {
  const code = readFileSync(`${root}/src/${folder}/${file}`, 'utf8');
  const named = Object.fromEntries([...code.matchAll(/const (KEY|NAME)(?:: \w+)? = '([\w-]+)'/g)].map(([, name = '', value = '']) => [name, value]));
  const used = [...code.matchAll(/(?:tab|records)\.(?:read|write)\((KEY|NAME|'[\w-]+')/g)].map(([, name = '']) => named[name] ?? name.replaceAll("'", ''));
  return /(?:tab|records)\.(?:read|write)\(keyOf/.test(code) ? [...used, 'task …'] : used;
}));

test('the page names every record that noticing and deciding keep in the browser', () => {
  expect(new Set(keys).size).toBeGreaterThan(4);
  for (const key of new Set(keys)) expect(doc).toContain(`\`furrow.${key}\``);
});
