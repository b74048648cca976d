import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTables } from '../schema/tables.mjs';
import { typesOf } from '../schema/types.mjs';
import type { RulesFile } from '../../src/rulesFile';

const schema: unknown = JSON.parse(readFileSync('docs/rules.schema.json', 'utf8'));

test('the types of a rules file are those of its schema: else run npm run schema', async () => {
  expect(readFileSync('src/rulesFile.ts', 'utf8')).toBe(await typesOf(schema));
});

test('the tables of keys are those of the schema: else run npm run schema', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  expect(page).toBe(withTables(page, schema));
});

test('every definition that has keys has its table', () => {
  const { definitions } = schema as { readonly definitions: Readonly<Record<string, object>> };
  const withKeys = Object.entries(definitions).filter(([, definition]) => /"properties"/.test(JSON.stringify(definition))).map(([name]) => name);
  const tables = [...readFileSync('docs/rules.md', 'utf8').matchAll(/<!-- keys:(\w+) -->/g)].map((match) => match[1]);
  expect(tables.sort()).toEqual(['file', ...withKeys].sort());
});

test('an editor completes a rules file that is written in TypeScript', () => {
  const file: RulesFile = { rules: [{ id: 'help', who: { not: { segment: 'staff' } }, signals: [{ signal: 'app:card-refused' }], nudge: { template: 'tooltip', title: { en: 'Stuck?' } } }] };
  // @ts-expect-error a word that no rule knows
  const slip: RulesFile = { rules: [{ id: 'help', sinals: [] }] };
  expect([file, slip]).toHaveLength(2);
});
