import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidenceWord, lowered, policyFor, riskOf, type PolicyAsked } from '../../src/decide/policy';
import { CUT_OFFS, DEFAULT_POLICY } from '../../src/rules/defaults';
import type { Channel, Level, PolicyRow, Template, Urgency } from '../../src/types';

const LEVELS: readonly Level[] = ['low', 'medium', 'high'];
const URGENCIES: readonly Urgency[] = ['standard', 'high', 'critical', 'immediate'];
const CHANNELS: readonly Channel[] = ['none', 'chip', 'tooltip', 'chat-invite'];

const cells: readonly PolicyAsked[] = LEVELS.flatMap((risk) => LEVELS.flatMap((impact) => LEVELS.flatMap((confidence) =>
  URGENCIES.map((urgency) => ({ risk, impact, confidence, urgency })))));

const orAny = <T extends string>(words: readonly T[]) => fc.constantFrom<T | 'any'>('any', ...words);
const anyRow: fc.Arbitrary<PolicyRow> = fc.record({
  risk: orAny(LEVELS), impact: orAny(LEVELS), confidence: orAny(LEVELS), urgency: orAny(URGENCIES),
  action: fc.constantFrom('watch', 'passive', 'hint', 'offer', 'person'), channel: fc.constantFrom(...CHANNELS), review: fc.constantFrom('no', 'optional', 'yes'),
});

const matches = (row: PolicyRow, { risk, impact, confidence, urgency }: PolicyAsked): boolean =>
  ['any', risk].includes(row.risk) && ['any', impact].includes(row.impact) && ['any', confidence].includes(row.confidence) && ['any', urgency].includes(row.urgency);

test('every cell of the default policy has one answer, and it is the first row that matches', () => {
  expect(cells).toHaveLength(108);
  for (const cell of cells) expect(DEFAULT_POLICY.indexOf(policyFor(DEFAULT_POLICY, cell))).toBe(DEFAULT_POLICY.findIndex((row) => matches(row, cell)));
});

test('whatever table a team writes, every cell has one answer: the first row that matches, or silence', () => {
  fc.assert(fc.property(fc.array(anyRow, { maxLength: 8 }), (table) => {
    for (const cell of cells) {
      const first = table.find((row) => matches(row, cell));
      const { action, channel, review } = policyFor(table, cell);
      expect({ action, channel, review }).toEqual(first ? { action: first.action, channel: first.channel, review: first.review } : { action: 'watch', channel: 'none', review: 'no' });
    }
  }));
});

test('a rule that says nothing about itself is heard: the trouble that reached it is offered help', () => {
  expect(policyFor(DEFAULT_POLICY, { risk: 'medium', impact: 'medium', confidence: 'medium', urgency: 'standard' }).channel).toBe('chat-invite');
});

test('who is furthest in trouble, on what costs most, for certain and at once, is offered a person', () => {
  expect(policyFor(DEFAULT_POLICY, { risk: 'high', impact: 'high', confidence: 'high', urgency: 'critical' })).toMatchObject({ action: 'person', review: 'yes' });
});

test('risk is how far the score is over what the rule needs', () => {
  expect([59.9, 60, 79.9, 80, 100].map((score) => riskOf(score, 60))).toEqual(['low', 'medium', 'medium', 'high', 'high']);
});

test('confidence in words means what the rules mean by them', () => {
  const just = 1e-9;
  expect(confidenceWord(0)).toBe('low');
  expect([CUT_OFFS.medium - just, CUT_OFFS.medium].map(confidenceWord)).toEqual(['low', 'medium']);
  expect([CUT_OFFS.high - just, CUT_OFFS.high].map(confidenceWord)).toEqual(['medium', 'high']);
});

test.each<[Template, Channel, Channel]>([
  ['tooltip', 'none', 'none'], ['tooltip', 'chip', 'chip'], ['tooltip', 'tooltip', 'tooltip'], ['tooltip', 'chat-invite', 'tooltip'],
  ['inline', 'tooltip', 'inline'], ['inline', 'chip', 'chip'], ['steps', 'steps', 'steps'], ['steps', 'inline', 'inline'], ['steps', 'banner', 'steps'],
  ['tooltip', 'banner', 'tooltip'], ['tooltip', 'inline', 'inline'], ['banner', 'banner', 'banner'], ['banner', 'tooltip', 'tooltip'], ['banner', 'chat-invite', 'banner'], ['chat-invite', 'banner', 'banner'],
  // what has no steps cannot be shown as some
  ['tooltip', 'steps', 'inline'], ['banner', 'steps', 'inline'], ['chat-invite', 'steps', 'inline'],
  ['chat-invite', 'none', 'none'], ['chat-invite', 'chip', 'chip'], ['chat-invite', 'tooltip', 'tooltip'], ['chat-invite', 'chat-invite', 'chat-invite'],
])('a %s where the policy allows %s is shown as %s', (template, channel, shown) => {
  expect(lowered(template, channel)).toBe(shown);
});
