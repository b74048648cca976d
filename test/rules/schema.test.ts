import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRules } from '../../src/rules/read';
import { bad, dangling, good } from './corpus';
import { waysInto } from './waysInto';

const schema: unknown = JSON.parse(readFileSync('docs/rules.schema.json', 'utf8'));
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true, keywords: ['markdownEnumDescriptions'] });
const validate = ajv.compile(schema as object);

test.each([...good, ...dangling])('the editor has nothing against %s', (_, file) => {
  validate(file);
  expect(validate.errors).toBeNull();
});

test.each(bad)('the editor underlines %s', (_, file) => {
  expect(validate(file)).toBe(false);
});

/** What no schema sees: whether what is named is there, and whether things go together. */
const unseen = [
  /^"[a-z][a-z0-9-]{0,39}" is not (a path, or one of places|one of places|one of segments|a step of|an id of its own|usable;)/,
  /^"[a-z][a-z0-9-]{0,39}(\/[a-z][a-z0-9-]{0,39})?" is not one of the steps/,
  / is not (nested at most|short enough;|hours;|a time zone that is known here|a day of the calendar|20\d\d-\d\d-\d\d or a day after|in ascending order|100, which|a list of variants)/,
];

test('the editor and the page agree on every form, right or wrong', () => {
  const places = waysInto(good[1]?.[1]);
  const values = fc.oneof(fc.constantFrom(...places.map(({ value }) => value)), fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(undefined, true, 0, 1, 7, 101, 0.5, 1e308, '0s', '5s', '08:00', '2026-12-25', 'Europe/Paris', 'a', 'app:a', '/a', '/a?b', '', ' ', [], {}, ['a'], { en: 'a' }, 'x'.repeat(41)));
  fc.assert(fc.property(fc.constantFrom(...places), values, (place, value) => {
    const file = structuredClone(good[1]?.[1]);
    place.put(file, value);
    const { problems } = readRules(file, 'f');
    const wrongForms = problems.filter(({ message }) => !unseen.some((pattern) => pattern.test(message)));
    expect([validate(file), file, problems]).toEqual([wrongForms.length === 0, file, problems]);
  }), { numRuns: 3000 });
});

const value = fc.oneof(fc.constantFrom<string | number | boolean>('team', '', 'é', 7, -0.5, true, false), fc.string({ maxLength: 20 }));
const attribute = fc.constantFrom('plan', 'signedIn', 'a.b-c_d', 'constructor');
const { who } = fc.letrec<{ who: object; test: object }>((tie) => ({
  test: fc.oneof(
    fc.record({ attribute, is: value }), fc.record({ attribute, isNot: value }), fc.record({ attribute, oneOf: fc.array(value, { minLength: 1, maxLength: 5 }) }),
    fc.record({ attribute, noneOf: fc.array(value, { minLength: 1, maxLength: 5 }) }), fc.record({ attribute, atLeast: fc.integer() }), fc.record({ attribute, atMost: fc.integer() }), fc.record({ attribute, exists: fc.boolean() }),
  ),
  who: fc.oneof({ maxDepth: 5, depthSize: 'small' }, tie('test'), fc.record({ not: tie('who') }), fc.record({ all: fc.array(tie('who'), { minLength: 1, maxLength: 3 }) }), fc.record({ any: fc.array(tie('who'), { minLength: 1, maxLength: 3 }) }), fc.constant({ segment: 'teams' })),
}));

test('whomever a rule is about, the editor and the page understand it', () => {
  const size = (each: object): number => JSON.stringify(each).split(/"(?:attribute|segment|all|any|not)":/).length + JSON.stringify(each).split('"segment":').length;
  fc.assert(fc.property(who.filter((each) => size(each) <= 100), (each) => {
    const file = { segments: { teams: { attribute: 'seats', atLeast: 2 }, here: each }, rules: [{ id: 'help', who: { not: each }, unless: [{ who: each }], then: [{ after: '1m', only: { segment: 'here' }, nudge: { template: 'tooltip', title: 'Stuck?' } }] }] };
    expect([readRules(file, 'f').problems, validate(file)]).toEqual([[], true]);
  }), { numRuns: 300 });
});

test('whatever has a key says what it is for', () => {
  const silent = properties(schema).filter(([, value]) => !/"description"|"\$ref"|"const"/.test(JSON.stringify(value)) && !('enum' in value));
  expect(silent.map(([key]) => key)).toEqual([]);
});

test('no object is open', () => {
  const open = objectsIn(schema).filter((value) => 'properties' in value && value.type === 'object' && value.additionalProperties !== false);
  expect(open).toEqual([]);
});

type Json = Readonly<Record<string, unknown>>;

function objectsIn(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value as Json]), ...Object.values(value).flatMap(objectsIn)];
}

function properties(value: unknown): readonly (readonly [string, Json])[] {
  return objectsIn(value).filter(({ type }) => type === 'object').flatMap(({ properties: found = {} }) => Object.entries(found as Record<string, Json>));
}
