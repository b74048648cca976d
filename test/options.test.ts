// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { problemsOf } from '../src/optionProblems';
import { optionsOfTag } from '../src/options';
import type { Options } from '../src/types';

function tag(attributes: Record<string, string>): HTMLElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

test('the attributes of the tag are the options', () => {
  expect(optionsOfTag(tag({ 'data-rules': '/furrow.json', 'data-collect': '/collect', 'data-ask': 'manual', src: 'x' }))).toEqual({ rules: '/furrow.json', collect: '/collect', ask: 'manual' });
});

test('data-untrusted needs no value', () => {
  expect(optionsOfTag(tag({ 'data-untrusted': '' }))).toEqual({ untrusted: true });
});

test('a tag without attributes has every default', () => {
  expect(optionsOfTag(tag({}))).toEqual({});
  expect(problemsOf({})).toEqual([]);
});

test('every option as it should be', () => {
  const options: Options = { rules: { rules: [] }, collect: '/c', ask: 'now', storage: 'memory', locale: 'de', chat: '/contact', automated: 'allow', untrusted: true, onError: () => undefined, detectors: [] };
  expect(problemsOf(options)).toEqual([]);
});

test.each([
  [{ ask: 'later' }, 'ask “later” means nothing; it can be now, manual'],
  [{ automated: 'yes' }, 'automated “yes” means nothing; it can be allow'],
  [{ rule: '/furrow.json' }, /^there is no option “rule”; furrow knows rules, collect/],
])('%j is told with what would be right', (options, message) => {
  expect(problemsOf(options as Options)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
});
