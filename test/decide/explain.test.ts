import { expect, test } from 'vitest';
import { explain } from '../../src/decide/explain';
import { GATES } from '../../src/decide/gates';
import { givenAsked, type Given } from './givenAsked';

function explained(given: Given = {}) {
  const asked = givenAsked(given);
  return explain({ file: 'furrow.json', rules: [asked.rule] }, [], () => asked, () => ({ without: 1, score: 18, confidence: 0.4, flips: 'score', needs: 60 }));
}

const firstLine = (given?: Given) => explained(given).toString().split('\n')[2];

test('every gate has its line, in the order in which it is asked', () => {
  expect(explained().rules[0]?.gates.map(({ gate }) => gate)).toEqual([...GATES.map(({ gate }) => gate), 'show']);
});

test('the first cross is the decision’s gate', () => {
  const [about] = explained({ here: { pages: [] }, place: 'none' }).rules;
  expect(about?.gates.find(({ mark }) => mark === '✗')?.gate).toBe(about?.decision.gate);
  expect(about?.gates.filter(({ mark }) => mark === '✗').map(({ gate }) => gate)).toEqual(['where', 'place']);
});

test('a rule says whether it speaks, would speak if it were not on trial, or is silent', () => {
  expect(firstLine()).toBe('help would speak now');
  expect(firstLine({ rule: { status: 'watch' } })).toBe('help would speak, but is held: status: status is watch');
  expect(firstLine({ here: { pages: [] } })).toBe('help is silent: where: the visitor is not on /checkout/*');
});

test('what would have been otherwise has its numbers', () => {
  expect(explained().toString()).toContain('Without the heaviest of these the score would be 18.0, under 60.');
});
