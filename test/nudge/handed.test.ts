import { expect, test } from 'vitest';
import { handedOf, partsOf } from '../../src/nudge/handed';
import type { Reading, Told } from '../../src/parts';
import { words } from '../../src/words/en/nudge';
import { words as why } from '../../src/words/en/why';

const told = (signal: Told['signal'], label = ''): Told => ({ signal, label, place: 'pay', points: 20, count: 4, evidence: {} });
const reading: Reading = { words, counterfactual: undefined, place: 'Pay', reasons: [told('rage-click', 'Pay'), told('slow-page'), told('model')], trail: [told('slow-page')] };
const parts = partsOf('/checkout/payment', reading, why);

test('the visitor sees the page, the place and what happened, each once', () => {
  expect(parts.map(({ text }) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual(['Page: /checkout/payment', 'Where: “Pay”', 'You pressed “Pay” 4 times in a short while.', 'The page was slow.']);
  expect(partsOf('/', { ...reading, place: '', reasons: [], trail: [] }, why)).toHaveLength(1);
});

test('a person reads what the visitor read, without marks that only a browser understands', () => {
  expect(handedOf(parts)).toEqual({
    place: 'Pay',
    reasons: ['You pressed “Pay” 4 times in a short while.', 'The page was slow.'],
    text: 'Page: /checkout/payment\nWhere: “Pay”\nYou pressed “Pay” 4 times in a short while.\nThe page was slow.',
  });
});

test.each(parts.map((part) => [part.of, part] as const))('what is struck out is handed over in no form: %s', (_, part) => {
  const handed = handedOf(parts.filter((other) => other !== part));
  expect(JSON.stringify(handed.text)).not.toContain(part.of === 'place' ? 'Where' : part.value.slice(0, 10));
  expect(handed.reasons).toHaveLength(part.of === 'reason' ? 1 : 2);
  expect(handed.place).toBe(part.of === 'place' ? '' : 'Pay');
  expect(handed.route).toBe(part.of === 'page' ? '' : undefined);
});
