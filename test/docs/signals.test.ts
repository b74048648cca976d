import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { detectors } from '../../src/detect/registry';
import { evidenceKinds } from '../../src/report/evidence';

const root = resolve(import.meta.dirname, '../..');
const doc = readFileSync(`${root}/docs/signals.md`, 'utf8');
const codeOf = (name: string) => readFileSync([`${root}/src/detect/${name}.ts`, `${root}/src/watch/${name}.ts`].find(existsSync) ?? name, 'utf8');

const fileOf = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** A section with everything under it. */
const section = (title: string) => doc.split(/^#{2,3} /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

/** The number that the code gives a name. */
function numberOf(file: string, name: string): number {
  const [, value = ''] = new RegExp(`const ${name} = ([\\d_.*\\s]+);`).exec(codeOf(file)) ?? [];
  return value.replaceAll('_', '').split('*').reduce((product, factor) => product * Number(factor), 1);
}

test('every detector has its row and its section, and there are no others', () => {
  const names = detectors.map(({ name }) => name).sort();
  expect([...doc.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]).sort()).toEqual(names);
  expect([...doc.matchAll(/^### (.+)$/gm)].map((match) => match[1]).sort()).toEqual(names);
});

test.each(detectors.map(({ name }) => name))('the evidence of %s is what its code gives, and may leave the page', (name) => {
  const code = codeOf(fileOf(name));
  const said = [...(section(name).split('Evidence:')[1] ?? '').replace(/\([^)]*\)/g, '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? '');
  expect(said.length > 0 || section(name).includes('Evidence: none')).toBe(true);
  for (const key of said) {
    expect(evidenceKinds).toHaveProperty(key);
    expect(code).toMatch(new RegExp(`\\b${key}\\b`));
  }
});

/** How a number may be written in the doc: as it is, in the units of its name, or as a word. */
function written(name: string, value: number): readonly string[] {
  const digits = (n: number): readonly string[] => (Number.isInteger(n * 1000) ? [String(n), n.toFixed(2), String(n).replace(/^0/, ''), n.toFixed(2).replace(/^0/, '')] : []);
  const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
  const FRACTIONS: Readonly<Record<number, string>> = { 0.25: 'a quarter', 0.5: 'half', 1.5: 'half as much again' };
  if (!/^(?!.*PER_).*MS$/.test(name)) return [...digits(value), ...digits(1 / value), ...digits(value * 100).map((n) => `${n} %`), WORDS[value] ?? '', FRACTIONS[value] ?? ''].filter(Boolean);
  return [...digits(value).map((n) => `${n} ms`), ...digits(value / 1000).map((n) => `${n} s`), ...digits(value / 60_000).map((n) => `${n} min`)];
}

/** Each constant of a file that holds a number; how much is kept in memory is nobody's business. */
function numbersIn(file: string): readonly (readonly [name: string, value: number])[] {
  const found = [...codeOf(file).matchAll(/^(?:export )?const ([A-Z][A-Z\d_]*) = ([\d_.]+(?: [*/] [\d_.]+)*);/gm)].map(([, name = '', sum = '']) => [name, valueOf(sum)] as const);
  return found.filter(([name]) => !/^(MOST|KEPT)_(?!.*(STRENGTH|MORE|LIMIT))|^(KEPT|MOST)$/.test(name));
}

function valueOf(sum: string): number {
  return sum.replaceAll('_', '').split(' ').reduce((value, part, i, parts) => (parts[i - 1] === '*' ? value * Number(part) : parts[i - 1] === '/' ? value / Number(part) : value), Number(sum.replaceAll('_', '').split(' ')[0]));
}

test.each(detectors.map(({ name }) => name))('every number of %s stands in its section', (name) => {
  const text = section(name).replace(/\s+/g, ' ');
  const missing = numbersIn(fileOf(name)).filter(([constant, value]) => !written(constant, value).some((form) => new RegExp(`(^|[^\\d.])${form.replace('.', '\\.')}(?![\\d.]*\\d)`, 'i').test(text)));
  expect(missing.map(([constant, value]) => `${constant} ${value}`).join(', ')).toBe('');
});

test.each([
  ['dead-click', 'answer', 'SETTLE_MS', (n: number) => `${n} ms have passed`], ['dead-click', 'answer', 'CONFIRM_MS', (n: number) => `${n} ms later`],
  ['error-loop', 'failure', 'REQUEST_MS', (n: number) => `at most ${n} ms before`], ['error-loop', 'failure', 'UNPROMPTED_MS', (n: number) => `within ${n / 1000} s belongs`],
  ['field-hesitation', 'wavering', 'DWELL_MS', (n: number) => `rests of ${n} ms`], ['field-hesitation', 'wavering', 'WITHIN_MS', (n: number) => `within ${n / 1000} s`], ['field-hesitation', 'wavering', 'STRENGTH', (n: number) => `strength ${n}`],
  ['workflow-abandon', 'steps', 'VISIT_MS', (n: number) => `${n / 60_000} min, as numbers`],
  ['Did the page answer?', 'trial', 'AT_ONCE_MS', (n: number) => `${n} ms after one`], ['Did the page answer?', 'answer', 'LEARN_MS', (n: number) => `first ${n} ms`], ['Did the page answer?', 'answer', 'CONFIRM_MS', (n: number) => `watched for ${n} ms`],
] as const)('%s: %s.%s stands in the doc', (title, file, name, says) => {
  const value = numberOf(file, name);
  expect(value).toBeGreaterThan(0);
  expect(section(title).replace(/\s+/g, ' ')).toContain(says(value));
});

test.each([['baseline', 'ENOUGH', (n: number) => `from ${n} values on`], ['baseline', 'MOST_VALUES', (n: number) => `last ${n} values`], ['baseline', 'MOST_THINGS', (n: number) => `${n} things`], ['activity', 'ACTIVE_MS', (n: number) => `last ${n / 1000} s`]] as const)('what is usual: %s.%s stands in the doc', (file, name, says) => {
  expect(section('What is usual for this visitor')).toContain(says(numberOf(file, name)));
});

test('the time that each kind of field is given', () => {
  const [, limits = ''] = /LIMIT_MS = \{([^}]*)\}/.exec(codeOf('fieldHesitation')) ?? [];
  const words: Readonly<Record<string, string>> = { otp: 'one-time code', number: 'number or date' };
  for (const [, kind = '', ms = ''] of limits.matchAll(/(\w+): ([\d_]+)/g)) expect(section('field-hesitation')).toContain(`${words[kind] ?? kind} ${Number(ms.replace('_', '')) / 1000} s`);
});
