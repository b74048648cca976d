import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { lintText } from '../../cli/lint/lintText';
import { GATES } from '../../src/decide/gates';
import { createHost } from '../../src/decide/host';
import { builtInRules } from '../../src/rules/builtIn';
import { CUT_OFFS, DEFAULT_POLICY } from '../../src/rules/defaults';
import { parseRules } from '../../src/rules/read';
import { createScorer } from '../../src/score/scorer';
import { MAX_APART } from '../../src/score/tally';
import type { HostWords, Rule } from '../../src/types';
import { createFakeRecords, MORNING_MS } from '../decide/given';
import { givenHere } from '../decide/givenAsked';
import { givenRule, givenSignal } from '../score/given';
import { outcomeOf, type Told } from './given';

const doc = readFileSync('docs/rules.md', 'utf8');
const validate = new Ajv({ strictRequired: false, strictTypes: false, keywords: ['markdownEnumDescriptions'] }).compile(JSON.parse(readFileSync('docs/rules.schema.json', 'utf8')) as object);

/** What stands under a heading, up to the next one. */
function section(heading: string): string {
  const [, text = ''] = doc.split(`\n${heading}\n`);
  return text.split(/\n#{2,3} /, 1)[0] ?? '';
}

/** The rows of the first table after some words, cell by cell. */
function table(after: string, page = doc): readonly (readonly string[])[] {
  const lines = page.slice(page.indexOf(after) + after.length).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const words = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

/** The words of a union of words in the types. */
function union(type: string): readonly string[] {
  const [, text = ''] = new RegExp(`export type ${type} =([^;]*);`).exec(readFileSync('src/types.ts', 'utf8')) ?? [];
  return [...text.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);
}

const examples = [...doc.split('\n## How a decision is made')[0]!.matchAll(/\n### (.*)\n[^]*?```json\n([^]*?)```/g)].map(([, title = '', json = '']) => ({ title, json }));

/** The rules of the example under a heading. */
function rulesOf(title: string) {
  return parseRules(examples.find((each) => each.title === title)?.json ?? '', 'furrow.json').rules;
}

describe.each(examples)('the example “$title”', ({ json }) => {
  test('is right for the page and for the editor', () => {
    expect(parseRules(json, 'docs/rules.md').problems).toEqual([]);
    validate(JSON.parse(json));
    expect(validate.errors).toBeNull();
  });

  test('says nothing that lint would not', () => {
    // an owner is one more line that teaches nothing
    const found = lintText({ name: 'docs/rules.md', text: json }, { host: undefined, today: '2026-11-20' });
    expect(found.filter(({ code, severity }) => severity !== 'hint' && code !== 'no-owner')).toEqual([]);
  });
});

test('every example has one file, and there are as many as there are things to say', () => {
  expect(examples).toHaveLength(14);
  expect(doc.match(/```json/g)).toHaveLength(examples.length);
});

const refused = { name: 'app:card-refused', strength: 1, place: 'page', names: [], evidence: {} } as const;
const hammered = { name: 'rage-click', strength: 0.8, place: 'pay', names: ['pay'], evidence: { n: 4, dead: true } } as const;
const recognised = { ...refused, name: 'app:card-recognised' } as const;
const accepted = { ...refused, name: 'app:card-accepted' } as const;

/** What happens in the rows of the tables among the examples, beginning half a minute after the page. */
const STORIES: Readonly<Record<string, readonly Told[]>> = {
  'the card is refused': [{ s: 30, ...refused }],
  'it is refused again half a minute later': [{ s: 30, ...refused }, { s: 60, ...refused }],
  'it is refused again three minutes later': [{ s: 30, ...refused }, { s: 210, ...refused }],
  'it is refused, and *Pay* is pressed in anger ten seconds later': [{ s: 30, ...refused }, { s: 40, ...hammered }],
  'the card is refused, recognised, and refused again, ten seconds apart': [{ s: 30, ...refused }, { s: 40, ...recognised }, { s: 50, ...refused }],
  'the card is refused twice, and then accepted': [{ s: 30, ...refused }, { s: 40, ...refused }, { s: 50, ...accepted }],
};

test.each(['Two signals', 'Good signs, and an end'])('what happens in “%s” comes out as it says', (title) => {
  const rows = table(`### ${title}`);
  expect(rows.length).toBeGreaterThan(1);
  for (const [story = '', score, answer] of rows) {
    const decision = outcomeOf(rulesOf(title), STORIES[story]!, { pages: ['/checkout/payment'] }).decisions.get('card-is-refused')!;
    expect([story, decision.score.value.toFixed(1), decision.show ? 'help' : `silent: \`${decision.code}\``]).toEqual([story, score, answer]);
  }
});

test('one clear trouble is enough for the ten lines', () => {
  const given = (strength: number) => outcomeOf(rulesOf('Ten lines'), [{ s: 30, ...hammered, strength }], { pages: ['/checkout/*'] }).decisions.get('checkout-help');
  expect(given(0.8)).toMatchObject({ show: true, channel: 'tooltip' });
  expect(given(0.6)).toMatchObject({ show: false, code: 'below' });
});

test('a visitor of whom nothing is known is in neither segment, and a guest is in one', () => {
  const given = (attributes: readonly [string, boolean][]) => outcomeOf(rulesOf('For whom'), [{ s: 30, ...hammered }], { pages: ['/checkout/*'], host: { ...givenHere().host, attributes: new Map(attributes) } }).decisions.get('checkout-help');
  expect(given([])).toMatchObject({ show: false, code: 'segment' });
  expect(given([['signedIn', false]])).toMatchObject({ show: true, segments: ['guests'] });
});

test('the printed explanation is what furrow prints', () => {
  const { text } = outcomeOf(rulesOf('Two signals'), STORIES['it is refused, and *Pay* is pressed in anger ten seconds later']!, {
    pages: ['/checkout/payment'], moment: { ...givenHere().moment, lastKeyAt: 39_600, lastInputAt: 39_600 },
  });
  expect(/```text\n([^]*?)\n```/.exec(section('## Why it spoke, or did not'))?.[1]).toBe(text);
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
  const stated = table('### Score').flatMap(([signals, points]) => words(signals).map((signal) => [signal, Number(points)]));
  const own = givenRule({ signals: [{ signal: 'app:x' }] }).signals[0];
  expect(Object.fromEntries(stated)).toEqual({ ...Object.fromEntries(builtInRules.rules[0]!.signals.map(({ signal, points }) => [signal, points])), 'app:…': own?.points });
});

test('the score of every example in the table is what furrow gives', () => {
  const rows = table('### Score').flatMap(([signal, , shown = '']) => [...shown.matchAll(/\((?:strength )?([.\d]+): (\d+)\)/g)].map(([, strength, score]) => ({ signal: words(signal)[0], strength: Number(strength), score: Number(score) })));
  expect(rows).toHaveLength(14);
  for (const { signal, strength, score } of rows) expect(Math.round(firstScore({ name: signal as 'rage-click', strength }))).toBe(score);
});

function firstScore(signal: Parameters<typeof givenSignal>[0]): number {
  return createScorer({ rules: [givenRule()], model: undefined }).add(givenSignal(signal), 0)[0]?.value ?? NaN;
}

test('the formula of the score is what furrow counts', () => {
  const rule = givenRule({ signals: [{ signal: 'rage-click', points: 50, fades: '2m', max: 60 }, { signal: 'dead-click', points: 30, atLeast: 2, within: '1m', fades: '30s' }] });
  const scorer = createScorer({ rules: [rule], model: undefined });
  const told = [[0, 'rage-click', 0.7], [12, 'dead-click', 0.5], [40, 'dead-click', 0.8], [70, 'rage-click', 0.9]] as const;
  for (const [s, name, strength] of told) scorer.add(givenSignal({ id: `${s}`, name, strength }), 1000 * s);
  const after = (now: number) => Math.min(60, 50 * 0.7 * 2 ** (-now / 120) + 50 * 0.9 * 2 ** (-(now - 70) / 120)) + 30 * 0.65 * 2 ** (-(now - 40) / 30);
  for (const s of [70, 95, 400]) expect(scorer.at(rule, 1000 * s + 999).value).toBeCloseTo(after(s), 9);
});

test('as many of a kind are told apart as it says', () => {
  expect(doc).toContain(`for the last ${MAX_APART} of a kind`);
});

test('the formula of the model is what furrow counts', () => {
  const model = { id: 'november', base: -5, weights: { 'rage-click': 60 }, within: 15, calibration: [] };
  const rule = givenRule({ signals: [{ signal: 'rage-click', points: 90 }] });
  const scorer = createScorer({ rules: [rule], model });
  scorer.add(givenSignal({ strength: 0.8 }), 0);
  const [said, meant] = [90 * 0.8 * 2 ** (-30 / 90), -5 + 60 * 0.8 * 2 ** (-30 / 90)];
  expect(scorer.at(rule, 30_000).value).toBeCloseTo(said + Math.max(-15, meant - said), 9);
});

test('the formula of confidence is what furrow counts', () => {
  const rule = givenRule({ signals: [{ signal: 'rage-click' }, { signal: 'dead-click' }, { signal: 'app:good', points: -50 }] });
  const scorer = createScorer({ rules: [rule], model: undefined });
  scorer.add(givenSignal({ id: '1', strength: 0.7, evidence: { n: 4 } }), 0);
  scorer.add(givenSignal({ id: '2', name: 'dead-click', strength: 0.6 }), 0);
  scorer.add(givenSignal({ id: '3', name: 'dead-click', strength: 0.8 }), 9000);
  scorer.add(givenSignal({ id: '4', name: 'app:good', strength: 1 }), 9000);
  // half after `fades` (90 s) and as long again; what came at 9 s is still as fresh as 180 − 9 allow
  const fresh = (age: number) => (age <= 90 ? 1 : 2 ** (1 - age / 90));
  const sure = (now: number) => (1 - (1 - 0.9 * 0.7 * fresh(now)) * (1 - 0.6 * fresh(now)) * (1 - 0.5 * 0.8 * fresh(now - 9))) * (1 - 0.5 * fresh(now - 9));
  for (const s of [9, 90, 180]) expect(scorer.at(rule, 1000 * s).confidence).toBeCloseTo(sure(s), 9);
});

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

/** The codes of each gate, as the table has them. */
function codesByGate(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, readonly string[]>();
  let gate = '';
  for (const [first, code] of table('### The gates')) {
    gate = words(first)[0] ?? gate;
    codes.set(gate, [...codes.get(gate) ?? [], ...words(code)]);
  }
  return codes;
}

test('the gates stand in the order in which they are asked', () => {
  expect([...codesByGate().keys()]).toEqual([...GATES.map(({ gate }) => gate), 'show']);
  expect([...codesByGate().keys()]).toEqual(union('Gate'));
});

test('every reason stands in the table, at its gate', () => {
  const codes = codesByGate();
  expect([...codes.values()].flat().toSorted()).toEqual(union('ReasonCode').toSorted());
  const travelling = table('', readFileSync('docs/wire.md', 'utf8').split('\n\n').find((part) => part.startsWith('| gate | codes |'))?.concat('\n') ?? '');
  expect(travelling).toHaveLength(9);
  for (const [gate, cell] of travelling) expect(codes.get(words(gate)[0] ?? '')).toEqual(expect.arrayContaining([...words(cell)]));
});

test('the policy in the table is the one that holds', () => {
  const keys = ['risk', 'impact', 'confidence', 'urgency', 'action', 'channel', 'review'] as const;
  expect(table('### How far it comes forward').map((row) => row.map((cell) => words(cell)[0]))).toEqual(DEFAULT_POLICY.map((row) => keys.map((key) => row[key])));
});

test('what the page can say is understood as it is written', () => {
  const failed: unknown[] = [];
  const host = createHost(createFakeRecords(), () => MORNING_MS, (during, cause) => failed.push(during, cause));
  const said: string[] = [];
  const furrow = new Proxy({}, { get: (_, verb: string) => (words: never) => { said.push(verb); (host[verb as keyof HostWords] as ((words: never) => void) | undefined)?.(words); } });
  for (const line of table('## What the page can say').flatMap(([, how]) => words(how))) runInNewContext(line, { furrow });
  expect(failed).toEqual([]);
  expect(said.toSorted()).toEqual(['signal', ...Object.keys(host).filter((verb) => verb !== 'state')].toSorted());
  const { attributes, incidents, contacts, holds, holidays, level, quiet } = host.state();
  expect([attributes.size, incidents.length, contacts.length, holds.length, holidays.size, level, quiet.length]).toEqual([2, 1, 1, 1, 1, 'important', 1]);
});

test('the errors in the text are the errors that are told', () => {
  const [, ...files] = [
    '', '{ "rules": [{ "id": "a", "signals": [{ "signal": "rage-click" }, { "signal": "rage-click", "within": 90 }] }] }', '{ "rules": [{ "id": "a", "wehre": {} }] }',
    '{ "places": { "pages": { "payment": { "path": "/p" } } }, "rules": [{ "id": "a", "where": { "page": "paymnt" } }] }', '{\n  "rules": [\n    { "id": "help", }\n  ]\n}',
  ];
  const told = files.flatMap((file) => parseRules(file, 'furrow.json').problems).map(({ file, path, message }) => [file, path, message].filter(Boolean).join(': '));
  expect(told).toEqual(doc.split('\n').filter((line) => line.startsWith('furrow.json: ')));
});

test('every link within the page leads to a heading of it', () => {
  const anchors = [...doc.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-'));
  for (const [, anchor = ''] of doc.matchAll(/\]\(#([\w-]+)\)/g)) expect(anchors).toContain(anchor);
  const files = readdirSync('docs');
  for (const [, file = ''] of doc.matchAll(/\]\(([\w.]+)(?:#[\w-]+)?\)/g)) expect(files).toContain(file);
});
