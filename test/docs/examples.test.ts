import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { lintText } from '../../cli/lint/lintText';
import { parseRules } from '../../src/rules/read';
import { BUILT_IN_SIGNALS } from '../../src/rules/defaults';
import { outcomeOf, type Told } from './given';

const FOLDER = 'docs/examples';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const validate = new Ajv({ strictRequired: false, strictTypes: false, keywords: ['markdownEnumDescriptions'] }).compile(JSON.parse(readFileSync('docs/rules.schema.json', 'utf8')) as object);

/** The examples have dates: on this day none of them is over. */
const TODAY = '2026-12-01';

describe.each(files)('%s', (name) => {
  const text = textOf(name);

  test('is taken by the page as it is', () => {
    expect(parseRules(text, name).problems).toEqual([]);
  });

  test('is right for the editor', () => {
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  });

  test('has nothing that lint would say, not even a hint', () => {
    expect(lintText({ name, text }, { host: undefined, today: TODAY })).toEqual([]);
  });

  test('stands in the list of examples', () => {
    expect(readFileSync(`${FOLDER}/README.md`, 'utf8')).toContain(`](${name})`);
  });

  test('is in the package', () => {
    const { files: shipped } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] };
    expect(shipped).toContain(FOLDER);
  });
});

const refused = (name: `app:${string}`, s: number): Told => ({ s, name, strength: 1, place: 'page', names: [], evidence: {} });

/** What each rule is for, as it would be told, and what must not be enough. */
const STORIES: readonly (readonly [file: string, rule: string, enough: readonly Told[], tooLittle: readonly Told[], there: { readonly pages: readonly string[]; readonly steps: readonly string[] }])[] = [
  ['checkout.json', 'card-number-trouble', [refused('app:card-refused', 30), refused('app:card-refused', 60)], [refused('app:card-refused', 30)], { pages: ['payment-page'], steps: ['checkout/payment'] }],
  ['checkout.json', 'checkout-was-left',
    [{ s: 30, name: 'workflow-abandon', strength: 0.8, place: 'page', names: [], evidence: { workflow: 'checkout', step: 'payment' } }],
    [{ s: 30, name: 'workflow-abandon', strength: 0.6, place: 'page', names: [], evidence: { workflow: 'checkout', step: 'payment' } }], { pages: [], steps: [] }],
  ['settings.json', 'cannot-find-setting',
    [{ s: 30, name: 'page-loop', strength: 0.7, place: 'page', names: [] }, { s: 40, name: 'quick-back', strength: 0.8, place: 'page', names: [] }, { s: 50, name: 'scroll-hunt', strength: 0.6, place: 'page', names: [] }],
    [{ s: 30, name: 'quick-back', strength: 0.8, place: 'page', names: [] }, { s: 50, name: 'scroll-hunt', strength: 0.8, place: 'page', names: [] }], { pages: ['settings'], steps: [] }],
  ['settings.json', 'save-does-nothing',
    [{ s: 30, name: 'dead-click', strength: 0.85, place: 'save-settings', names: ['save'] }], [{ s: 30, name: 'dead-click', strength: 0.75, place: 'save-settings', names: ['save'] }], { pages: ['settings'], steps: [] }],
  ['public-form.json', 'upload-trouble', [refused('app:upload-refused', 30), refused('app:upload-refused', 200)],
    [refused('app:upload-refused', 30), { s: 40, name: 'dead-click', strength: 0.8, place: 'upload', names: ['upload'] }], { pages: ['documents'], steps: ['demande/documents'] }],
  ['public-form.json', 'step-takes-long', [{ s: 600, name: 'task-overrun', strength: 0.6, place: 'page', names: [] }],
    [{ s: 30, name: 'field-hesitation', strength: 0.9, place: 'page', names: [] }, { s: 40, name: 'zoom-struggle', strength: 0.8, place: 'page', names: [] }], { pages: ['identity'], steps: ['demande/identite'] }],
];

test.each(STORIES)('%s: %s is reached by what it is for, and not by less', (file, rule, enough, tooLittle, there) => {
  const { rules } = parseRules(textOf(file), file);
  const scoreOf = (told: readonly Told[]) => {
    const { score } = outcomeOf(rules, told.map((each) => ({ ...each, ...there })), there).decisions.get(rule)!;
    const { help } = rules.rules.find(({ id }) => id === rule)!;
    return score.value >= help.score && score.confidence >= help.confidence;
  };
  expect([scoreOf(enough), scoreOf(tooLittle)]).toEqual([true, false]);
});

test('every rule of the examples has its story', () => {
  expect(STORIES.map(([file, rule]) => `${file} ${rule}`).toSorted()).toEqual(files.flatMap((file) => parseRules(textOf(file), file).rules.rules.map(({ id }) => `${file} ${id}`)).toSorted());
});

test('the signals of the examples are those that there are', () => {
  const named = files.flatMap((file) => [...textOf(file).matchAll(/"signal": "([a-z-]+)"/g)].map(([, signal]) => signal));
  expect(named.length).toBeGreaterThan(10);
  for (const signal of named) expect(BUILT_IN_SIGNALS).toContain(signal);
});
