import { expect, test } from 'vitest';
import { noticeOf } from '../../src/preferences/noticeOf';
import type { Options } from '../../src/types';
import { words } from '../../src/words/en/preferences';

const ALL = { purposes: ['notice', 'help'], families: ['pointer', 'forms', 'paths', 'page'] } as const;

function told(options: Options = {}, all: Parameters<typeof noticeOf>[2] = ALL, scores: readonly unknown[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(noticeOf(words, options, all, scores, 'https://shop.test/pay').map(([label = '', ...text]) => [label, text.join(' ')]));
}

test('what is asked for is what is told, and what cannot be noticed is not', () => {
  const { 'What for': purposes, 'What we look at': families } = told({}, { purposes: ['notice', 'improve'], families: ['forms'] });
  expect(purposes).toBe(`${words.purposes.notice} · ${words.purposes.improve}`);
  expect(families).toBe(`${words.families.forms} · ${words.notice.never}`);
});

test('every purpose, family and way to keep has its words', () => {
  for (const list of [words.purposes, words.families, words.storage]) for (const text of Object.values(list)) expect(text).not.toBe('');
  for (const storage of ['local', 'session', 'memory'] as const) expect(told({ storage }).Kept).toBe(words.storage[storage]);
  expect(told().Kept).toBe(words.storage.local);
});

test('without a collector nothing leaves; with one its origin is named, and for how long it keeps', () => {
  expect(told()['Sent to']).toBe('Nobody. Nothing leaves your browser.');
  expect(told({ collect: '/batches', retention: 90 })['Sent to']).toBe('https://shop.test · Kept there, in days: 90.');
  expect(told({ collect: 'https://collect.example/v1?key=1', retention: '30' })['Sent to']).toBe('https://collect.example · Kept there, in days: 30.');
});

test('a host that does not say how long it keeps is told of', () => {
  expect(told({ collect: '/batches' })['Sent to']).toBe('https://shop.test · This site does not say for how long.');
});

test('each level tells more than the one before it, and the lowest what must be told', () => {
  const labels = (['basic', 'intermediate', 'advanced', 'full'] as const).map((transparency) => Object.keys(told({ transparency })));
  expect(labels[0]).toEqual(['What for', 'Kept', 'Sent to']);
  expect(labels.map(({ length }) => length)).toEqual([3, 4, 5, 6]);
  expect(Object.keys(told())).toEqual(labels[1]);
});

test('who is told all is told the points and how sure they are, never rounded up', () => {
  const scores = [{ rule: 'card', value: 61.9, confidence: 0.829 }, { rule: 'coupon', value: 0, confidence: 0 }];
  expect(told({ transparency: 'full' }, ALL, scores)[words.notice.score]).toBe('\u2066card: 61/100, 82 %\u2069; \u2066coupon: 0/100, 0 %\u2069');
  expect(told({ transparency: 'full' })[words.notice.score]).toBe(words.notice.noScore);
});
