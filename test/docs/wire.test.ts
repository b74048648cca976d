import { readFileSync } from 'node:fs';
import ts from 'typescript';
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

/** The types of `src/types.ts` as written, by their names. */
const types = new Map(ts.createSourceFile('types.ts', readFileSync(new URL('../../src/types.ts', import.meta.url), 'utf8'), ts.ScriptTarget.ESNext, true)
  .statements.filter((each) => ts.isTypeAliasDeclaration(each) || ts.isInterfaceDeclaration(each)).map((each) => [each.name.text, each] as const));

/** The keys of an object type, `?` behind those that may be left out. */
function keysOf(members: ts.NodeArray<ts.TypeElement>): readonly string[] {
  return members.filter(ts.isPropertySignature).filter(({ name }) => ts.isIdentifier(name)).map(({ name, questionToken }) => name.getText() + (questionToken ? '?' : ''));
}

/** The kinds of facts, with their keys as the type has them. */
function factKeys(): ReadonlyMap<string, readonly string[]> {
  const [base, fact] = [types.get('FactBase'), types.get('Fact')];
  if (!base || !ts.isInterfaceDeclaration(base) || !fact || !ts.isTypeAliasDeclaration(fact) || !ts.isUnionTypeNode(fact.type)) throw new Error('Fact is a union no more');
  const kinds = fact.type.types.map((each) => {
    const own = ts.isParenthesizedTypeNode(each) && ts.isIntersectionTypeNode(each.type) ? each.type.types.find(ts.isTypeLiteralNode) : undefined;
    const kind = /kind: '(\w+)'/.exec(own?.getText() ?? '')?.[1] ?? '';
    return [kind, [...keysOf(base.members), ...keysOf(own?.members ?? ts.factory.createNodeArray())]] as const;
  });
  return new Map(kinds);
}

/** The words of a union of words. */
function wordsOf(type: string): readonly string[] {
  return [...(types.get(type)?.getText() ?? '').matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);
}

const KINDS = ['signal', 'decision', 'nudge', 'outcome', 'feedback'] as const;
const keys = (rows: readonly (readonly [string, ...unknown[]])[]) => rows.map(([key]) => key).sort();
const every = rowsUnder('## Every fact');
const evidence = rowsUnder('| evidence |');

test('the example is a batch', () => {
  expect(faultsOf(example)).toEqual([]);
  expect(example.facts.map(({ kind }) => kind)).toEqual(KINDS);
});

test('the page names every key of a batch, and no other', () => {
  expect(keys(rowsUnder('## The batch'))).toEqual(Object.keys(batchSchema.properties).sort());
});

test.each(KINDS)('the page names every key of a %s, and no other', (kind) => {
  const rows = [...every, ...rowsUnder(`### \`${kind}\``)];
  expect(keys(rows)).toEqual(Object.keys(batchSchema.definitions[kind]?.properties ?? {}).sort());
});

test('the types and the schema have the same batch and the same facts, with the same keys', () => {
  const batch = types.get('Batch');
  expect(batch && ts.isInterfaceDeclaration(batch) && keysOf(batch.members).toSorted()).toEqual(Object.keys(batchSchema.properties).sort());
  const described = KINDS.map((kind) => {
    const { properties = {}, required = [] } = batchSchema.definitions[kind] ?? {};
    return [kind, Object.keys(properties).map((key) => key + (required.includes(key) ? '' : '?')).sort()] as const;
  });
  expect([...factKeys()].map(([kind, all]) => [kind, all.toSorted()])).toEqual(described);
});

test('the schema knows each gate and each reason at which something is told, and no other', () => {
  const silent = { // help is not due, and only a rule that is watched or a visit to compare with is told of
    gates: ['consent', 'where', 'who', 'signals', 'score', 'confidence'],
    codes: ['purpose', 'level', 'no-nudge', 'not-yet', 'over', 'page', 'step', 'device', 'segment', 'no-signals', 'below', 'spoken', 'too-short', 'unsure', 'policy'],
  };
  const { gate, code, channel } = batchSchema.definitions['decision']?.properties ?? {};
  expect([...silent.gates, ...(gate?.enum ?? [])].sort()).toEqual(wordsOf('Gate').toSorted());
  expect([...silent.codes, ...(code?.enum ?? [])].sort()).toEqual(wordsOf('ReasonCode').toSorted());
  expect(channel?.enum).toEqual(['none', 'chip', ...wordsOf('Template')]);
  expect(batchSchema.definitions['nudge']?.properties?.['template']?.enum).toEqual(wordsOf('Template'));
  expect(batchSchema.definitions['outcome']?.properties?.['answer']?.enum).toEqual(wordsOf('OutcomeAnswer'));
});

test('the page names the reasons of each gate, and each once', () => {
  const rows = [...doc.matchAll(/^\| `([\w-]+)` \| ((?:`[\w-]+`(?:, )?)+) \|$/gm)].map(([, gate, codes = '']) => [gate, codes.split(', ').map((code) => code.slice(1, -1))] as const);
  const { gate, code } = batchSchema.definitions['decision']?.properties ?? {};
  expect(rows.map(([each]) => each).sort()).toEqual([...(gate?.enum ?? [])].sort());
  expect(rows.flatMap(([, codes]) => codes).sort()).toEqual([...(code?.enum ?? [])].sort());
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
  for (const [index, kind] of KINDS.entries()) {
    const shown = Object.fromEntries(rowsUnder(`### \`${kind}\``).map(([key, , value]) => [key, value]));
    expect(faultsOf({ ...example.facts[index], ...shown }, kind)).toEqual([]);
  }
  expect(faultsOf(Object.fromEntries(evidence.map(([key, , value]) => [key, value])), 'evidence')).toEqual([]);
});

test('the request to delete a visit is told of as it is', () => {
  const [, asked = ''] = doc.match(/```json\n(\{ "v".*"erase".*\})\n```/) ?? [];
  expect(faultsOf(JSON.parse(asked), 'erasure')).toEqual([]);
  const erasure = types.get('Erasure');
  expect(erasure && ts.isInterfaceDeclaration(erasure) && keysOf(erasure.members).toSorted()).toEqual(Object.keys(batchSchema.definitions['erasure']?.properties ?? {}).sort());
  const [, page = ''] = doc.split('## A visitor deletes their history');
  expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key).sort()).toEqual(Object.keys(JSON.parse(asked) as object).sort());
});

test('the page lists every word of a closed list', () => {
  for (const [kind, key] of [['decision', 'gate'], ['decision', 'channel'], ['decision', 'review'], ['nudge', 'template'], ['outcome', 'answer']] as const) {
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
