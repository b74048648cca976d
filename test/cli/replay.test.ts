import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { backtest } from '../../cli/replay/backtest';
import { parseRules } from '../../src/rules/read';
import type { Fact } from '../../src/types';
import { makeFeedback, makeOutcome } from '../support/batch';
import { furrow, rule } from './given';
import { asLines, AT, live } from './replay/given';

const folder = mkdtempSync(join(tmpdir(), 'furrow-replay-'));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const text = JSON.stringify({ rules: [rule()] });
const rules = file('rules.json', text);
const { facts } = await live(parseRules(text, 'rules.json').rules, [{ afterS: 3 }, { afterS: 30, id: 'slow', name: 'long-wait' }, { afterS: 2, id: 'slow', strength: 0 }]);
const lines = asLines(facts);
const collected = file('facts.ndjson', lines);

test('what a file would have done, rule by rule', async () => {
  const seen = await furrow(['replay', rules, collected, '--zone', 'UTC']);
  expect(seen).toMatchObject({ code: 0, err: '' });
  expect(seen.out.replaceAll(rules, 'rules.json')).toBe(`rules.json on 1 visit with ${facts.length} facts, 2026-11-20 09:15 to 2026-11-20 09:15 UTC
1 of 1 decision by rules.json reproduced to the last digit.

help · live
  matched      1 visit 100.0 % of all, 2 signals, 1 taken back
  reached 60   1 visit
  would show   1× in 1 visit: 100.0 % of all (95 % sure: 20.7 % to 100.0 %)
  when         0 s into the visit, at the median · hours 0–23 ·········█··············
  really       shown 1×: resolved 1

Assumed open, because facts do not tell it: the visitor’s hands rest; the nudge’s place is on the page; the host tells of no incident, contact or absence; the visitor wants all help; the person was shown nothing in other visits; the visitor stays for half a minute after the last fact of a page; a nudge that no outcome tells of stands until the page is left.`);
});

test('who asks for help is shown examples', async () => {
  for (const command of ['replay', 'preview']) expect((await furrow([command, '--help'])).out).toMatch(new RegExp(`Examples:\n[^]* {2}furrow ${command} furrow.json`));
});

test('packed, from the standard input, and for programs', async () => {
  const plain = JSON.parse((await furrow(['replay', rules, collected, '--format', 'json'])).out) as object;
  expect(plain).toMatchObject({ visits: 1, decisions: { compared: 1, equal: 1 }, rules: [{ rule: 'help', shown: { times: 1, visits: 1 } }] });
  const packed = file('facts.ndjson.gz', gzipSync(lines));
  for (const seen of [await furrow(['replay', rules, packed, '--format', 'json']), await furrow(['replay', rules, '-', '--format', 'json'], { stdin: lines })]) expect(JSON.parse(seen.out)).toEqual(plain);
});

test('against another file', async () => {
  const harder = file('harder.json', JSON.stringify({ rules: [rule({ help: { score: 100 } })] }));
  expect((await furrow(['replay', rules, collected, '--against', harder])).out).toContain('help  both 0 · only now 1 · no longer 0 · p = 1.000');
  expect((await furrow(['replay', harder, collected, '--against', rules])).out).toContain(`1 of 1 decision by ${rules} reproduced`);
});

test('one visit, as it went by', async () => {
  const { out } = await furrow(['replay', rules, collected, '--visit', 'v1']);
  expect(out.split('\n').slice(0, 7)).toEqual([
    '     0:00  rage-click 0.8 at pay, load 1', '     0:00    help: score 72.0, confidence 0.72', '     0:00    help is due', '     0:00  really shown: help',
    '     0:00    help is shown', '     0:30  long-wait 0.8 at pay, load 1', expect.stringContaining('help: score 93.1'),
  ]);
  expect(await furrow(['replay', rules, collected, '--visit', 'v9'])).toMatchObject({ code: 2, out: '', err: `furrow: ${collected} has no visit v9` });
});

test('what visitors said of the help stands beside what was shown', async () => {
  const rated = lines + asLines([true, false, true].map((helpful) => makeFeedback({ rule: 'help', helpful, at: AT + 60_000 }) as unknown as Fact), 'v1');
  const { out } = await furrow(['replay', rules, '-'], { stdin: rated });
  expect(out).toContain('really       shown 1×: resolved 1 · helpful, say 2 of 3\n');
  expect((await furrow(['replay', rules, '-', '--visit', 'v1'], { stdin: rated })).out).toContain('really not helpful: help');
});

test('a visitor who wanted no help any more is shown none', async () => {
  const given = file('twice.json', JSON.stringify({ limits: { perPage: 5, perSession: 5, gap: '0s' }, rules: [rule(), rule({ id: 'more', signals: [{ signal: 'error-loop' }] })] }));
  const lived = (await live(parseRules(text, 'rules.json').rules, [{ afterS: 3 }, { afterS: 60, id: 'loop', name: 'error-loop' }])).facts;
  const answered = (answer: string) => makeOutcome({ rule: 'help', answer, at: AT - AT % 1000 + 20_000 }) as unknown as Fact;
  const shown = async (answer: string) => (JSON.parse((await furrow(['replay', given, '-', '--format', 'json'], { stdin: asLines([...lived.filter(({ kind }) => kind !== 'outcome'), answered(answer)]) })).out) as { rules: { shown: { times: number } }[] }).rules.map(({ shown: { times } }) => times);
  expect([await shown('closed'), await shown('mute')]).toEqual([[1, 1], [1, 0]]);
});

test.each([
  ['', 'is empty'], ['<!doctype html>\n<p>Not found</p>\n', 'has no facts; give it what the collector answers at /facts.ndjson'], ['{"rules":[]}', 'has no facts; give it'], ['\n\n', 'has no facts'],
])('a file that has no facts: %j', async (content, words) => {
  const seen = await furrow(['replay', rules, file('none.ndjson', content)]);
  expect(seen).toMatchObject({ code: 2, out: '' });
  expect(seen.err).toContain(words);
});

test('a file that is not there, or only looks packed', async () => {
  expect(await furrow(['replay', rules, join(folder, 'nowhere.ndjson')])).toMatchObject({ code: 2, err: expect.stringContaining('nowhere.ndjson') as string });
  expect(await furrow(['replay', rules, file('plain.gz', lines)])).toMatchObject({ code: 2, err: 'furrow: incorrect header check' });
  expect(await furrow(['replay', join(folder, 'none.json'), collected])).toMatchObject({ code: 2, out: '' });
  expect((await furrow(['replay', rules, collected, '--zone', 'Mars'])).err).toContain('Europe/Berlin');
});

test('broken lines are told with their numbers, and the others count', async () => {
  const seen = await furrow(['replay', rules, '-'], { stdin: `{\n${lines}[1]\n` });
  expect(seen.code).toBe(0);
  expect(seen.err).toBe(`furrow: -: 2 of ${facts.length + 2} lines not understood\n  line 1: is not JSON\n  line ${facts.length + 2}: it has no "kind"`);
});

test('rules that the page would refuse are not tried', async () => {
  const half = file('half.json', JSON.stringify({ rules: [rule(), { id: 'wrong', wehre: {} }] }));
  const seen = await furrow(['replay', half, collected]);
  expect(seen.code).toBe(1);
  expect(seen.err).toContain('has 1 error, and what they concern is not replayed');
  expect(seen.out).not.toContain('wrong');
  expect(await furrow(['replay', file('not.json', '{'), collected])).toMatchObject({ code: 1, out: '' });
});

/** Visits as a site collects them, many at a time, without an end. */
async function* manyVisits(megabytes: number): AsyncGenerator<Uint8Array> {
  const signal = facts.find(({ kind }) => kind === 'signal');
  const uuid = (n: number): string => createHash('md5').update(String(n)).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  for (let n = 0, bytes = 0; bytes < megabytes * 1e6;) {
    let text = '';
    for (let i = 0; i < 200; i++, n++) {
      const told = (signal?.at ?? 0) + n * 500;
      text += `${JSON.stringify({ ...signal, id: uuid(n), signal: uuid(n), at: told, told, visit: uuid(-Math.floor(n / 1600) * 200 - (n % 200)), n, received: told })}\n`;
    }
    bytes += text.length;
    yield await Promise.resolve(new TextEncoder().encode(text));
  }
}

test('a hundred visits take less than a second', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => asLines(facts, `v${n}`)).join('');
  const from = performance.now();
  const { out } = await furrow(['replay', rules, '-', '--format', 'json'], { stdin: hundred });
  expect(JSON.parse(out)).toMatchObject({ visits: 100, decisions: { compared: 100, equal: 100 } });
  expect(performance.now() - from).toBeLessThan(1000);
});

test('a long file takes no more memory than the first half of it', { timeout: 120_000 }, async () => {
  const peaks = [0, 0];
  async function* watched(megabytes: number): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const some of manyVisits(megabytes)) {
      const half = read < megabytes * 5e5 ? 0 : 1;
      peaks[half] = Math.max(peaks[half]!, process.memoryUsage().heapUsed);
      read += some.length;
      yield some;
    }
  }
  const found = await backtest(watched(100), { rules: parseRules(text, 'rules.json').rules, against: undefined, zone: 'UTC', visit: undefined, follow: undefined });
  expect(found.facts).toBeGreaterThan(150_000);
  expect(peaks[1]).toBeLessThan(peaks[0]! * 1.3);
  expect(peaks[1]).toBeLessThan(500e6);
});
