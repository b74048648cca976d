import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectors } from '../../src/detect/registry';
import { type Allowed, allowedOf, familiesOf, switched } from '../../src/preferences/allowed';

const ALL: Allowed = { purposes: ['notice', 'help', 'improve'], families: ['pointer', 'forms', 'paths', 'page'] };
const NOTHING: Allowed = { purposes: [], families: [] };

const names = [...ALL.purposes, ...ALL.families];
const someAllowed = fc.record({ purposes: fc.subarray([...ALL.purposes]), families: fc.subarray([...ALL.families]) }).map((receipt) => allowedOf(receipt, ALL));

test('every family that can be noticed has a switch, and no other', () => {
  expect([...familiesOf(undefined)].sort()).toEqual([...new Set(detectors.map(({ family }) => family))].sort());
  expect(familiesOf(detectors.filter(({ family }) => family === 'forms'))).toEqual(['forms']);
});

test('who has not answered, or has said no, finds everything off', () => {
  expect(allowedOf(undefined, ALL)).toEqual(NOTHING);
  expect(allowedOf({ purposes: [] }, ALL)).toEqual(NOTHING);
});

test('a yes without a word on families is a yes to all of them', () => {
  expect(allowedOf({ purposes: ['notice', 'help', 'improve'] }, ALL)).toEqual(ALL);
  expect(allowedOf({ purposes: ['notice'], families: ['forms'] }, ALL)).toEqual({ purposes: ['notice'], families: ['forms'] });
});

test('whatever is switched in whatever order, something is noticed just when noticing is allowed, and nothing rests on nothing', () => {
  fc.assert(fc.property(someAllowed, fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean())), (first, switches) => {
    const last = switches.reduce((allowed, [name, on]) => switched(allowed, name, on, ALL), first);
    expect(last.purposes.includes('notice')).toBe(last.families.length > 0);
    expect(last.purposes.length > 0).toBe(last.families.length > 0);
  }));
});

test('a switch that is pressed stands where it was put', () => {
  fc.assert(fc.property(someAllowed, fc.constantFrom(...names), fc.boolean(), (before, name, on) => {
    const { purposes, families } = switched(before, name, on, ALL);
    expect([...purposes, ...families].includes(name)).toBe(on);
  }));
});

test('no purpose is switched on but the one pressed and noticing, which it rests on; no family without its own switch or that of noticing', () => {
  fc.assert(fc.property(someAllowed, fc.constantFrom(...names), fc.boolean(), (before, name, on) => {
    const after = switched(before, name, on, ALL);
    expect(after.purposes.filter((each) => !before.purposes.includes(each) && each !== name && each !== 'notice')).toEqual([]);
    expect(!before.families.length || after.families.every((each) => before.families.includes(each) || each === name)).toBe(true);
  }));
});

test('an answer is read as it was given', () => {
  fc.assert(fc.property(someAllowed, (allowed) => {
    expect(allowedOf(allowed, ALL)).toEqual(allowed);
  }));
});
