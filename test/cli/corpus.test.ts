import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../cli/lint/codes';
import { parseHostPolicy } from '../../cli/lint/hostPolicy';
import { lintText } from '../../cli/lint/lintText';
import { TODAY } from './given';

const corpus = join(import.meta.dirname, 'corpus');
const filesIn = (folder: string) => readdirSync(join(corpus, folder)).map((name) => ({ name, text: readFileSync(join(corpus, folder, name), 'utf8') }));
const good = filesIn('good');
const bad = filesIn('bad').map((file) => ({ ...file, host: /"host ([\w.]+)"/.exec(file.text)?.[1], expected: /"expect ([^"]+)"/.exec(file.text)?.[1]?.split(', ') ?? [] }));

/** What lint says, in the words of the expectations: `unreachable-bar 14:18`. Hints count where a file expects some. */
function told({ name, text, host, expected }: (typeof bad)[number]): readonly string[] {
  const policy = host === undefined ? undefined : parseHostPolicy(readFileSync(join(corpus, 'hosts', host), 'utf8'), host);
  const wantsHints = expected.some((each) => CODES[each.split(' ')[0] as keyof typeof CODES] === 'hint');
  return lintText({ name, text }, { host: policy, today: TODAY }).filter(({ severity }) => wantsHints || severity !== 'hint').map(({ code, line, column }) => `${code} ${line}:${column}`);
}

test('there are sixty of each', () => {
  expect(good.length).toBeGreaterThanOrEqual(60);
  expect(bad.length).toBeGreaterThanOrEqual(60);
});

test.each(good)('nothing is wrong with $name', ({ name, text }) => {
  expect(lintText({ name, text }, { host: undefined, today: TODAY }).filter(({ severity }) => severity !== 'hint')).toEqual([]);
});

test.each(bad)('$name: what is wrong, and where', (file) => {
  expect(file.expected).not.toEqual([]);
  expect(told(file)).toEqual(file.expected);
});

test('every code is told of some file', () => {
  const seen = new Set(bad.flatMap(({ expected }) => expected.map((each) => each.split(' ')[0])));
  // a megabyte of it is made in lint.test.ts
  expect(Object.keys(CODES).filter((code) => !seen.has(code))).toEqual(['too-large']);
});
