import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { decide } from '../../src/decide/decide';
import { builtInRules } from '../../src/rules/builtIn';
import { CUT_OFFS } from '../../src/rules/defaults';
import { parseRules } from '../../src/rules/read';
import { createScorer } from '../../src/score/scorer';
import type { Rule } from '../../src/types';
import { givenHere, nothingYet } from '../decide/given';
import { givenRule, givenSignal } from '../score/given';

const doc = readFileSync('docs/rules.md', 'utf8');
const schema = JSON.parse(readFileSync('docs/rules.schema.json', 'utf8')) as object;
const validate = new Ajv({ strictRequired: false, strictTypes: false, keywords: ['markdownEnumDescriptions'] }).compile(schema);

const blocks = [...doc.matchAll(/```json\n([^]*?)```/g)].map((match) => match[1] ?? '');

/** The rows of the table after a heading, cell by cell. */
function table(after: string): readonly (readonly string[])[] {
  const lines = doc.slice(doc.indexOf(after) + after.length).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const words = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

test('the examples are whole and right', () => {
  expect(blocks).toHaveLength(3);
  for (const block of blocks) {
    expect(parseRules(block, 'docs/rules.md').problems).toEqual([]);
    validate(JSON.parse(block));
    expect(validate.errors).toBeNull();
  }
});

test('the limits in the table are the limits that hold', () => {
  const ms = { m: 60_000, d: 86_400_000 };
  const { limits } = builtInRules;
  const stated = table('### Limits').map(([key, given]) => {
    const [, count, unit] = /^`(\d+)([md]?)`$/.exec(given ?? '') ?? [];
    return [words(key)[0], count ? Number(count) * (unit ? ms[unit as 'm' | 'd'] : 1) : Infinity];
  });
  expect(Object.fromEntries(stated)).toEqual({
    perPage: limits.perPage, perSession: limits.perSession, perDay: limits.perDay, perWeek: limits.perWeek, ever: limits.ever,
    gap: limits.gapMs, afterDismiss: limits.afterDismissMs, stopAfterDismissals: limits.stopAfterDismissals, afterHelped: limits.afterHelpedMs,
  });
});

test('the points in the table are the points that count', () => {
  const stated = table('## The score').map(([signal, points]) => [words(signal)[0], Number(points)]);
  const own = givenRule({ signals: [{ signal: 'app:x' }] }).signals[0];
  expect(Object.fromEntries(stated)).toEqual({ ...Object.fromEntries(builtInRules.rules[0]!.signals.map(({ signal, points }) => [signal, points])), 'app:…': own?.points });
});

test('the score of every example in the table is what furrow gives', () => {
  const rows = table('## The score').flatMap(([signal, , examples = '']) => [...examples.matchAll(/\((?:strength )?([.\d]+): (\d+)\)/g)].map(([, strength, score]) => ({ signal: words(signal)[0], strength: Number(strength), score: Number(score) })));
  expect(rows).toHaveLength(14);
  for (const { signal, strength, score } of rows) expect(Math.round(firstScore({ name: signal as 'rage-click', strength }))).toBe(score);
});

function firstScore(signal: Parameters<typeof givenSignal>[0]): number {
  return createScorer({ rules: [givenRule()], model: undefined }).add(givenSignal(signal), 0)[0]?.value ?? NaN;
}

test('the words of confidence are cut where the table says', () => {
  expect(Object.fromEntries(table('| *fresh*').map(([word, from]) => [words(word)[0], Number(from)]))).toEqual(CUT_OFFS);
});

test('what a rule leaves out is what the table says', () => {
  const { status, help }: Rule = givenRule();
  const stated = new Map(table('### A rule').map(([key, given]) => [words(key)[0], words(given)[0]]));
  expect(stated.get('status')).toBe(status);
  const { score, confidence } = JSON.parse(stated.get('help') ?? '') as { score: number; confidence: keyof typeof CUT_OFFS };
  expect(help).toMatchObject({ score, confidence: CUT_OFFS[confidence] });
});

test('the gates stand in the order in which they are asked', () => {
  const gates = table('## May we speak now?').flatMap(([gate]) => words(gate));
  const source = readFileSync('src/decide/decide.ts', 'utf8');
  expect(gates).toEqual([...[...source.matchAll(/^ {2}\['(\w+)', /gm)].map((match) => match[1]), 'show']);
  expect(decide(givenRule(), { rule: 'help', at: 0, value: 90, confidence: 1, contributions: [] }, givenHere(), nothingYet).gate).toBe('show');
});

test('the errors in the text are the errors that are told', () => {
  const [, ...files] = [
    '', '{ "rules": [{ "id": "a", "signals": [{ "signal": "rage-click" }, { "signal": "rage-click", "within": 90 }] }] }', '{ "rules": [{ "id": "a", "wehre": {} }] }',
    '{ "places": { "pages": { "payment": { "path": "/p" } } }, "rules": [{ "id": "a", "where": { "page": "paymnt" } }] }', '{\n  "rules": [\n    { "id": "help", }\n  ]\n}',
  ];
  const told = files.flatMap((file) => parseRules(file, 'furrow.json').problems).map(({ file, path, message }) => [file, path, message].filter(Boolean).join(': '));
  expect(told).toEqual(doc.split('\n').filter((line) => line.startsWith('furrow.json: ')));
});
