import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { detectors } from '../../src/detect/registry';
import { evidenceKinds } from '../../src/report/evidence';

const root = resolve(import.meta.dirname, '../..');
const doc = readFileSync(`${root}/docs/signals.md`, 'utf8');
const codeOf = (name: string) => readFileSync(`${root}/src/detect/${name}.ts`, 'utf8');

/** A section with everything under it. */
const section = (title: string) => doc.split(/^#{2,3} /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

/** The number that the code gives a name. */
function numberOf(file: string, name: string): number {
  const [, value = ''] = new RegExp(`const ${name} = ([\\d_.*\\s]+);`).exec(codeOf(file)) ?? [];
  return value.replaceAll('_', '').split('*').reduce((product, factor) => product * Number(factor), 1);
}

test('every detector has its row and its section, and there are no others', () => {
  const names = detectors.map(({ name }) => name);
  expect([...doc.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1])).toEqual(names);
  expect([...doc.matchAll(/^### (.+)$/gm)].map((match) => match[1])).toEqual(names);
});

test.each(detectors.map(({ name }) => name))('the evidence of %s is what its code gives, and may leave the page', (name) => {
  const code = codeOf(name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
  const said = [...(section(name).split('Evidence:')[1] ?? '').replace(/\([^)]*\)/g, '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? '');
  expect(said.length).toBeGreaterThan(2);
  for (const key of said) {
    expect(evidenceKinds).toHaveProperty(key);
    expect(code).toMatch(new RegExp(`\\b${key}\\b`));
  }
});

test.each([
  ['rage-click', 'rageClick', 'GAP_MS', (n: number) => `at most ${n} ms after`], ['rage-click', 'rageClick', 'NEAR_PX', (n: number) => `within ${n} px`], ['rage-click', 'rageClick', 'NEAR_TOUCH_PX', (n: number) => `a finger: ${n} px`],
  ['rage-click', 'rageClick', 'QUIET_MS', (n: number) => `after ${n} ms of quiet`], ['rage-click', 'rageClick', 'FAST_MS', (n: number) => `at most ${n} ms`], ['rage-click', 'rageClick', 'SUPERHUMAN_MS', (n: number) => `under ${n} ms`], ['rage-click', 'rageClick', 'DECOR_STRENGTH', (n: number) => `stronger than ${n}`],
  ['dead-click', 'answer', 'SETTLE_MS', (n: number) => `${n} ms have passed`], ['dead-click', 'answer', 'CONFIRM_MS', (n: number) => `${n} ms later`], ['dead-click', 'deadClick', 'SAME_MS', (n: number) => `within ${n} ms`], ['dead-click', 'deadClick', 'RUN_MS', (n: number) => `less than ${n} ms apart`], ['dead-click', 'deadClick', 'BLOCKED_STRENGTH', (n: number) => `${n} for a disabled`], ['dead-click', 'deadClick', 'NO_REASON', (n: number) => `${n} more when no`], ['dead-click', 'deadClick', 'AGAIN', (n: number) => `${n} more when it is tried`],
  ['error-loop', 'errorLoop', 'PRESSES', (n: number) => `${n} presses`], ['error-loop', 'errorLoop', 'STRENGTH', (n: number) => `Strength ${n}`], ['error-loop', 'errorLoop', 'PER_EXTRA', (n: number) => `${n} more`], ['error-loop', 'errorLoop', 'MOST_STRENGTH', (n: number) => `up to ${n}`], ['error-loop', 'failure', 'REQUEST_MS', (n: number) => `at most ${n} ms before`], ['error-loop', 'failure', 'UNPROMPTED_MS', (n: number) => `within ${n / 1000} s belongs`],
  ['field-hesitation', 'fieldHesitation', 'LEAST_MS', (n: number) => `strictly than ${n / 1000} s`], ['field-hesitation', 'fieldHesitation', 'OWN_PACE', (n: number) => `${n} times`], ['field-hesitation', 'fieldHesitation', 'IDLE_MS', (n: number) => `for ${n / 1000} s does not`], ['field-hesitation', 'fieldHesitation', 'STRENGTH', (n: number) => `Strength ${n}`], ['field-hesitation', 'wavering', 'DWELL_MS', (n: number) => `rests of ${n} ms`], ['field-hesitation', 'wavering', 'WITHIN_MS', (n: number) => `within ${n / 1000} s`], ['field-hesitation', 'wavering', 'STRENGTH', (n: number) => `strength ${n}`],
  ['workflow-abandon', 'workflowAbandon', 'OUT_MS', (n: number) => `for ${n / 1000} s`], ['workflow-abandon', 'workflowAbandon', 'HIDDEN_MS', (n: number) => `for ${n / 60_000} min`], ['workflow-abandon', 'workflowAbandon', 'BASE', (n: number) => `Strength ${n}`], ['workflow-abandon', 'workflowAbandon', 'PER_PROGRESS', (n: number) => `up to ${n} more`], ['workflow-abandon', 'steps', 'VISIT_MS', (n: number) => `${n / 60_000} min, as numbers`],
  ['Did the page answer?', 'trial', 'AT_ONCE_MS', (n: number) => `${n} ms after one`], ['Did the page answer?', 'answer', 'LEARN_MS', (n: number) => `first ${n} ms`], ['Did the page answer?', 'answer', 'CONFIRM_MS', (n: number) => `watched for ${n} ms`],
] as const)('%s: %s.%s stands in the doc', (title, file, name, says) => {
  const value = numberOf(file, name);
  expect(value).toBeGreaterThan(0);
  expect(section(title).replace(/\s+/g, ' ')).toContain(says(value));
});

test('the time that each kind of field is given', () => {
  const [, limits = ''] = /LIMIT_MS = \{([^}]*)\}/.exec(codeOf('fieldHesitation')) ?? [];
  const words: Readonly<Record<string, string>> = { otp: 'one-time code', number: 'number or date' };
  for (const [, kind = '', ms = ''] of limits.matchAll(/(\w+): ([\d_]+)/g)) expect(section('field-hesitation')).toContain(`${words[kind] ?? kind} ${Number(ms.replace('_', '')) / 1000} s`);
});
