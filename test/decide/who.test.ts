import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMeant, segmentsOf, whyNot } from '../../src/decide/who';
import type { AttributeTest, AttributeValue, Who } from '../../src/types';

const is = (attribute: string, ...values: readonly AttributeValue[]): AttributeTest => ({ kind: 'attribute', attribute, test: 'is', values });
const asks = (attribute: string, test: AttributeTest['test'], ...values: readonly AttributeValue[]): AttributeTest => ({ kind: 'attribute', attribute, test, values });
const told = (attributes: Readonly<Record<string, AttributeValue>> = {}) => new Map(Object.entries(attributes));

const guests: Who = { kind: 'all', of: [is('signedIn', false)], segment: 'guests' };
const buyers: Who = { kind: 'any', of: [is('plan', 'team'), asks('orders', 'atLeast', 3)], segment: 'buyers' };

test('a guest is meant where guests are, a member is not', () => {
  expect(isMeant(guests, told({ signedIn: false }))).toBe(true);
  expect(isMeant(guests, told({ signedIn: true }))).toBe(false);
});

test('a visitor of whom nothing is told is nobody, and certainly not somebody else', () => {
  const meant = (test: AttributeTest['test'], ...values: readonly AttributeValue[]) => isMeant(asks('plan', test, ...values), told());
  expect([meant('is', 'team'), meant('oneOf', 'team', 'solo'), meant('atLeast', 1), meant('atMost', 1), meant('exists', true)]).toEqual([false, false, false, false, false]);
  expect([meant('isNot', 'team'), meant('noneOf', 'team', 'solo'), meant('exists', false)]).toEqual([true, true, true]);
});

test('a visitor with three orders has at least three and at most three', () => {
  const visitor = told({ orders: 3 });
  expect(isMeant(asks('orders', 'atLeast', 3), visitor)).toBe(true);
  expect(isMeant(asks('orders', 'atMost', 3), visitor)).toBe(true);
  expect(isMeant(asks('orders', 'atLeast', 3.1), visitor)).toBe(false);
  expect(isMeant(asks('orders', 'atMost', 2.9), visitor)).toBe(false);
});

test('a number told as text is in no order', () => {
  expect(isMeant(asks('orders', 'atLeast', 3), told({ orders: '30' }))).toBe(false);
  expect(isMeant(asks('orders', 'atMost', 30), told({ orders: '3' }))).toBe(false);
});

test('a visitor is told to be in every segment that they are in, and in no other', () => {
  expect(segmentsOf({ guests, buyers }, told({ signedIn: false, orders: 5 }))).toEqual(['guests', 'buyers']);
  expect(segmentsOf({ guests, buyers }, told({ signedIn: true, plan: 'team' }))).toEqual(['buyers']);
  expect(segmentsOf({ guests, buyers }, told())).toEqual([]);
});

test.each<[string, Who, Readonly<Record<string, AttributeValue>>]>([
  ['segment guests: signedIn is not false', guests, { signedIn: true }],
  ['segment guests: attribute signedIn is not told', guests, {}],
  ['segment buyers: plan is not team and orders is not at least 3', buyers, { plan: 'solo', orders: 1 }],
  ['plan is not one of team, solo', asks('plan', 'oneOf', 'team', 'solo'), { plan: 'free' }],
  ['plan is not other than team', asks('plan', 'isNot', 'team'), { plan: 'team' }],
  ['attribute plan is told', asks('plan', 'exists', false), { plan: 'team' }],
  ['attribute plan is not told', asks('plan', 'exists', true), {}],
  ['segment guests: signedIn is false', { kind: 'none', of: [guests] }, { signedIn: false }],
  ['orders is not at most 2', { kind: 'all', of: [is('plan', 'team'), asks('orders', 'atMost', 2)] }, { plan: 'team', orders: 9 }],
])('a visitor who is not meant reads: %s', (because, who, attributes) => {
  expect(isMeant(who, told(attributes))).toBe(false);
  expect(whyNot(who, told(attributes))).toBe(because);
});

const names = ['a', 'b', 'c'];
const values: fc.Arbitrary<AttributeValue> = fc.oneof(fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 0, max: 5 }), fc.boolean());
const anyTest: fc.Arbitrary<AttributeTest> = fc.record({
  kind: fc.constant('attribute'), attribute: fc.constantFrom(...names),
  test: fc.constantFrom('is', 'isNot', 'oneOf', 'noneOf', 'atLeast', 'atMost'), values: fc.array(values, { minLength: 1, maxLength: 3 }),
});
const anyWho = fc.letrec<{ who: Who }>((tie) => ({
  who: fc.oneof({ maxDepth: 5 }, anyTest, fc.record({ kind: fc.constantFrom('all', 'any', 'none'), of: fc.array(tie('who'), { minLength: 1, maxLength: 3 }) })),
})).who;
const attributes = fc.dictionary(fc.constantFrom(...names), values).map(told);

test('whoever is meant is not among those who are not, and the other way round', () => {
  fc.assert(fc.property(anyWho, attributes, (who, visitor) => {
    expect(isMeant({ kind: 'none', of: [who] }, visitor)).toBe(!isMeant(who, visitor));
    expect(isMeant({ kind: 'all', of: [who, who] }, visitor)).toBe(isMeant(who, visitor));
    const others: Who = { kind: 'none', of: [{ kind: 'all', of: [who] }] };
    expect(isMeant({ kind: 'any', of: [who, others] }, visitor)).toBe(true);
    expect(isMeant({ kind: 'all', of: [who, others] }, visitor)).toBe(false);
  }));
});

test('why a visitor is not meant is always said, and never what is known of them', () => {
  const secret = fc.stringMatching(/^secret[0-9]{4}$/);
  fc.assert(fc.property(anyWho, fc.dictionary(fc.constantFrom(...names), secret).map(told), (who, visitor) => {
    const because = isMeant(who, visitor) ? whyNot({ kind: 'none', of: [who] }, visitor) : whyNot(who, visitor);
    expect(because).toMatch(/\b[abc] is /);
    expect(because).not.toMatch(/secret/);
  }));
});
