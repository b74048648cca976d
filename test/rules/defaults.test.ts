import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUILT_IN_SIGNALS, DEFAULT_POLICY } from '../../src/rules/defaults';
import { readRules } from '../../src/rules/read';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly default?: unknown;
}

const schema = JSON.parse(readFileSync('docs/rules.schema.json', 'utf8')) as Schema & { readonly definitions: Readonly<Record<string, Schema>> };

const nudge = { template: 'tooltip', title: 'Stuck?', ctas: [{ label: 'Later', do: 'snooze' }] };

/** Everything there is, and no key that may be left out. */
const bare = {
  locales: { default: 'en' }, places: { pages: { a: { path: '/a' } }, elements: { b: { find: '#b' } }, workflows: { c: { steps: [{ id: 'd', page: 'a' }] } } }, segments: { e: { attribute: 'f', is: 1 } },
  limits: {}, quiet: { hours: [{ from: '08:00', to: '09:00' }] }, holdout: { percent: 5 }, policy: [{ action: 'offer' }], model: { base: 0, weights: {}, within: 10, id: 'm' },
  rules: [{
    id: 'help', where: {}, signals: [{ signal: 'rage-click' }, { signal: 'app:g' }], help: {}, unless: [{ signal: 'app:h' }, { while: 'typing' }], limits: {}, quiet: {}, nudge,
    experiment: { id: 'i', variants: [{ id: 'j', share: 50 }, { id: 'k', share: 50 }] }, then: [{ after: '1m', nudge }],
  }, { id: 'second' }],
};

/** A value with every default of its schema written out. */
function filled(value: unknown, { $ref, allOf = [], anyOf = [], items, properties = {}, additionalProperties }: Schema): unknown {
  if ($ref) return filled(value, schema.definitions[$ref.slice('#/definitions/'.length)]!);
  const chosen = anyOf.find(({ required }) => typeof value === 'object' && value && required?.every((key) => key in value));
  if (chosen) return filled(value, chosen);
  const whole = allOf.reduce((more, each) => filled(more, each), value);
  if (Array.isArray(whole)) return whole.map((each) => (items ? filled(each, items) : each as unknown));
  if (typeof whole !== 'object' || !whole) return whole;
  const given = Object.entries(whole as Record<string, unknown>).map(([key, each]) => [key, filled(each, properties[key] ?? (additionalProperties || {}))]);
  const missing = Object.entries(properties).filter(([key, each]) => !(key in whole) && each.default !== undefined).map(([key, each]) => [key, each.default]);
  return Object.fromEntries([...missing, ...given]) as unknown;
}

test('a file that writes out every default says the same as one that leaves it out', () => {
  const written = filled(bare, schema);
  expect(JSON.stringify(written).length).toBeGreaterThan(2 * JSON.stringify(bare).length);
  const [one, other] = [readRules(bare, 'f'), readRules(written, 'f')];
  expect([one.problems, other.problems]).toEqual([[], []]);
  expect({ ...other.rules, hash: '' }).toEqual({ ...one.rules, hash: '' });
});

test('the editor offers the signals that there are', () => {
  expect((schema.definitions['signalName']?.anyOf?.[0] as { readonly enum: readonly string[] }).enum).toEqual(BUILT_IN_SIGNALS);
});

test('whatever the case, furrow’s own policy has an answer, and shows a nudge as written where a rule says nothing of impact', () => {
  const answer = (risk: string, impact: string, confidence: string, urgency: string) => DEFAULT_POLICY.find((row) => [[row.risk, risk], [row.impact, impact], [row.confidence, confidence], [row.urgency, urgency]].every(([cell, is]) => cell === 'any' || cell === is));
  const levels = ['low', 'medium', 'high'];
  const urgencies = ['standard', 'high', 'critical', 'immediate'];
  const cases = levels.flatMap((risk) => levels.flatMap((impact) => levels.flatMap((confidence) => urgencies.map((urgency) => [risk, impact, confidence, urgency] as const))));
  expect(cases.map((each) => answer(...each)).includes(undefined)).toBe(false);
  for (const [risk, , confidence, urgency] of cases) {
    const row = answer(risk, 'medium', confidence, urgency);
    expect([risk, confidence, row?.channel]).toEqual([risk, confidence, confidence === 'low' ? 'chip' : risk === 'low' ? 'none' : 'chat-invite']);
  }
});
