import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasColour } from '../../cli/terminal';
import { furrow, rule } from './given';

const folder = mkdtempSync(join(tmpdir(), 'furrow-cli-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return path;
};
const fine = file('fine.json', { rules: [rule({ why: 'It failed.', resolved: [{ event: 'app:done' }] })] });
const wrong = file('wrong.json', { rules: [{ id: 'a', wehre: {} }] });
const warned = file('warned.json', { rules: [rule({ owner: undefined })] });

test('who asks for help is told every command, with examples for each', async () => {
  const help = await furrow(['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toMatch(/lint .*\n[^]*explain .*\n[^]*Exit codes: 0 fine · 1 errors found · 2 wrong use/);
  for (const command of ['lint', 'explain']) expect((await furrow([command, '--help'])).out).toMatch(/Examples:\n {2}furrow (lint|explain) furrow\.json/);
});

test('the version is told', async () => {
  expect(await furrow(['--version'])).toEqual({ code: 0, out: '0.0.0-test', err: '' });
});

test('nothing asked is wrong use, and shows what could be', async () => {
  const seen = await furrow([]);
  expect(seen).toMatchObject({ code: 2, out: '' });
  expect(seen.err).toContain('Usage: furrow <command>');
});

test.each([
  [['lnt'], 'Did you mean lint?'], [['lint', fine, '--formt', 'json'], 'Did you mean --format?'], [['lint'], 'missing required argument'],
  [['lint', fine, '--format', 'xml'], 'Allowed choices are text, json'], [['lint', fine, '--max-warnings', 'few'], 'whole number'], [['lint', fine, '--today', 'yesterday'], '2026-11-20'],
])('furrow %j is wrong use', async (args, words) => {
  const seen = await furrow(args);
  expect(seen).toMatchObject({ code: 2, out: '' });
  expect(seen.err).toContain(words);
});

test('a file that is fine', async () => {
  expect(await furrow(['lint', fine])).toEqual({ code: 0, out: '1 file: nothing to mend', err: '' });
});

test('a file with an error: where, what, the line, what would be right', async () => {
  const seen = await furrow(['lint', wrong]);
  expect(seen.code).toBe(1);
  expect(seen.out).toBe(`${wrong}:5:7 error unknown-key
  rules[0].wehre: "wehre" is not one of the keys
  5 │ "wehre": {}
    │ ^^^^^^^
  → write "where"

1 file: 1 error`);
});

test('a long line is shown around the place', async () => {
  const long = file('long.json', JSON.stringify({ note: 'x'.repeat(300), rules: [rule({ owner: undefined, why: 'It failed.', resolved: [{ event: 'app:done' }] })], id: 'y'.repeat(300) }));
  const [, , line = '', mark = ''] = (await furrow(['lint', long])).out.split('\n');
  expect(line.length).toBeLessThan(110);
  expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('"help"');
});

test('warnings are fine until there are more than allowed', async () => {
  expect((await furrow(['lint', warned])).code).toBe(0);
  expect((await furrow(['lint', warned, '--max-warnings', '1'])).code).toBe(0);
  expect(await furrow(['lint', warned, '--max-warnings', '0'])).toMatchObject({ code: 1, err: 'furrow: more warnings than 0' });
});

test('one file that is missing does not hide what is wrong with the next', async () => {
  const seen = await furrow(['lint', join(folder, 'none.json'), folder, wrong]);
  expect(seen.code).toBe(2);
  expect(seen.err).toBe(`furrow: ${join(folder, 'none.json')}: there is no such file\nfurrow: ${folder}: is a folder, not a file; write folder/*.json`);
  expect(seen.out).toContain('unknown-key');
});

test('the standard input is a file called stdin, with or without a byte order mark', async () => {
  expect((await furrow(['lint', '-'], { stdin: '\uFEFF{"rules": [{"id": "a"}]}' })).out).toBe('1 file: nothing to mend');
  expect((await furrow(['lint', '-'], { stdin: '{' })).out).toContain('stdin:1:2 error syntax');
});

test('for programs it is JSON, and nothing else', async () => {
  const seen = await furrow(['lint', wrong, fine, '--format', 'json']);
  expect(JSON.parse(seen.out)).toEqual({
    files: 2, errors: 1, warnings: 0, hints: 0,
    findings: [{ file: wrong, line: 5, column: 7, length: 7, severity: 'error', code: 'unknown-key', path: 'rules[0].wehre', message: '"wehre" is not one of the keys', instead: 'write "where"' }],
  });
});

test('a host that is not understood is not taken for one that allows everything', async () => {
  const host = file('host.json', { limits: { perDay: 'two' } });
  expect(await furrow(['lint', fine, '--host', host])).toEqual({ code: 2, out: '', err: `furrow: ${host}: limits.perDay is not a whole number from 0 to 100` });
  const broken = file('broken.json', '{ "limits" }');
  expect((await furrow(['lint', fine, '--host', broken])).err).toContain('is not JSON; line 1, column 12');
});

test('colours are for terminals', async () => {
  expect((await furrow(['lint', wrong], { isTerminal: true })).out).toContain('\u001b[31merror');
  expect((await furrow(['lint', wrong])).out).not.toContain('\u001b');
});

test.each([
  [{}, true, true], [{}, false, false], [{ NO_COLOR: '1' }, true, false], [{ FORCE_COLOR: '1' }, false, true], [{ FORCE_COLOR: '0' }, true, false], [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false], [{ TERM: 'dumb' }, true, false], [{ NO_COLOR: '' }, true, true],
])('with %j and a terminal: %s, colours: %s', (env, isTerminal, colours) => {
  expect(hasColour(env, isTerminal)).toBe(colours);
});

test('what docs/cli.md shows is what is seen', async () => {
  const blocks = [...readFileSync('docs/cli.md', 'utf8').matchAll(/```text\n([^]*?)\n```/g)].map((match) => match[1]);
  const seen = async (command: string, path: string) => (await furrow([command, '-'], { stdin: readFileSync(`test/cli/corpus/${path}`, 'utf8') })).out.trimEnd().replaceAll('stdin', 'furrow.json');
  expect(blocks).toContain(await seen('lint', 'bad/bar-out-of-reach.json'));
  expect(blocks).toContain(await seen('explain', 'good/saas-api-keys.json'));
});
