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

test('what a tag says of people: the contact page, the chat, the consent manager and its category', () => {
  expect(optionsOfTag(tag({ 'data-contact': '/contact', 'data-chat': 'intercom', 'data-cmp': 'klaro', 'data-cmp-category': 'help', 'data-retention': '90' }))).toEqual({ contact: '/contact', chat: 'intercom', cmp: 'klaro', cmpCategory: 'help', retention: '90' });
});

test('data-untrusted needs no value', () => {
  const dataset: DOMStringMap = { untrusted: '' }; // as browsers have it; the test's own DOM leaves empty attributes out
  expect(optionsOfTag({ dataset } as HTMLElement)).toEqual({ untrusted: '' });
  for (const untrusted of ['', true, false] as const) expect(problemsOf({ untrusted })).toEqual([]);
});

test('a tag without attributes has every default', () => {
  expect(optionsOfTag(tag({}))).toEqual({});
  expect(problemsOf({})).toEqual([]);
});

test('every option as it should be', () => {
  const options: Options = { rules: { rules: [] }, collect: '/c', ask: 'now', storage: 'memory', locale: 'de', contact: '/contact', chat: 'intercom', cmp: 'klaro', cmpCategory: 'help', honours: 'email push', retention: 90, transparency: 'full', inspect: 'allow', automated: 'allow', untrusted: true, onError: () => undefined, detectors: [] };
  expect(problemsOf(options)).toEqual([]);
});

test.each([
  [{ ask: 'later' }, 'ask “later” means nothing; it can be now, manual'],
  [{ transparency: 'all' }, 'transparency “all” means nothing; it can be basic, intermediate, advanced, full'],
  [{ automated: 'yes' }, 'automated “yes” means nothing; it can be allow'],
  [{ untrusted: 'yes' }, 'untrusted “yes” means nothing; it can be true, false'],
  [{ rule: '/furrow.json' }, /^there is no option “rule”; furrow knows rules, collect/],
])('%j is told with what would be right', (options, message) => {
  expect(problemsOf(options as Options)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
});
