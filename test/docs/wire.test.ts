import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evidenceKinds } from '../../src/report/evidence';
import { batchSchema, faultsOf } from '../support/batchSchema';

const doc = readFileSync(new URL('../../docs/wire.md', import.meta.url), 'utf8');
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(doc)?.[1] ?? '') as { readonly facts: readonly { readonly kind: string }[] };

/** The tables of the page by the heading over them, or by their first column; each row is a key, its words and its example. */
function rowsUnder(start: string): readonly (readonly [key: string, value: string, example: unknown])[] {
  const from = doc.slice(doc.indexOf(start));
  const table = /\n\| -[\s\S]*?\n\n/.exec(from)?.[0] ?? '';
  return [...table.matchAll(/^\| `(\w+)` \| (.*) \| (.*) \|$/gm)].map(([, key = '', value = '', shown = '']) => [key, value, parsed(shown)]);
}

function parsed(shown: string): unknown {
  const code = /^`(.*)`$/.exec(shown)?.[1];
  return code === undefined ? undefined : JSON.parse(code);
}

const keys = (rows: readonly (readonly [string, ...unknown[]])[]) => rows.map(([key]) => key).sort();
const every = rowsUnder('## Every fact');
const evidence = rowsUnder('| evidence |');

test('the example is a batch', () => {
  expect(faultsOf(example)).toEqual([]);
  expect(example.facts.map(({ kind }) => kind)).toEqual(['signal', 'decision', 'nudge', 'outcome']);
});

test('the page names every key of a batch, and no other', () => {
  expect(keys(rowsUnder('## The batch'))).toEqual(Object.keys(batchSchema.properties).sort());
});

test.each(['signal', 'decision', 'nudge', 'outcome'])('the page names every key of a %s, and no other', (kind) => {
  const rows = [...every, ...rowsUnder(`### \`${kind}\``)];
  expect(keys(rows)).toEqual(Object.keys(batchSchema.definitions[kind]?.properties ?? {}).sort());
});

test('the page, the schema and the code name the same evidence', () => {
  expect(keys(evidence)).toEqual(Object.keys(evidenceKinds).sort());
  expect(Object.keys(batchSchema.definitions['evidence']?.properties ?? {}).sort()).toEqual(Object.keys(evidenceKinds).sort());
});

test('the schema takes the kinds of values that the code makes, and the page lists their words', () => {
  const properties = batchSchema.definitions['evidence']?.properties ?? {};
  const refs = { count: '#/definitions/count', ms: '#/definitions/ms', listed: '#/definitions/name' };
  for (const [key, kind] of Object.entries(evidenceKinds)) {
    const schema = properties[key];
    const words = evidence.find(([name]) => name === key)?.[1] ?? '';
    if (typeof kind === 'object') {
      expect([key, schema?.enum]).toEqual([key, kind]);
      for (const word of kind) expect(words).toContain(`\`${word}\``);
    } else if (kind === 'flag') expect([key, schema?.type]).toEqual([key, 'boolean']);
    else expect([key, schema?.$ref]).toEqual([key, refs[kind]]);
    if (kind === 'ms') expect(words).toContain('in ms');
  }
});

test('every example on the page is right', () => {
  const [signal, decision, nudge, outcome] = example.facts;
  const told = [[signal, 'signal'], [decision, 'decision'], [nudge, 'nudge'], [outcome, 'outcome']] as const;
  for (const [fact, kind] of told) {
    const shown = Object.fromEntries(rowsUnder(`### \`${kind}\``).map(([key, , value]) => [key, value]));
    expect(faultsOf({ ...fact, ...shown }, kind)).toEqual([]);
  }
  expect(faultsOf(Object.fromEntries(evidence.map(([key, , value]) => [key, value])), 'evidence')).toEqual([]);
});

test('the page lists every word of a closed list', () => {
  for (const [kind, key] of [['decision', 'gate'], ['nudge', 'template'], ['outcome', 'answer']] as const) {
    const words = rowsUnder(`### \`${kind}\``).find(([name]) => name === key)?.[1] ?? '';
    for (const word of batchSchema.definitions[kind]?.properties?.[key]?.enum ?? []) expect(words).toContain(`\`${word}\``);
  }
});

test('every key of the schema says what it is', () => {
  for (const { properties = {} } of [batchSchema as { properties: object }, ...Object.values(batchSchema.definitions)]) {
    for (const [key, schema] of Object.entries(properties as Record<string, { description?: string; $ref?: string }>)) {
      const said = schema.description ?? (batchSchema.definitions[schema.$ref?.split('/').at(-1) ?? ''] as { description?: string } | undefined)?.description;
      expect([key, said]).toEqual([key, expect.stringMatching(/\w+.*\.$/)]);
    }
  }
});
