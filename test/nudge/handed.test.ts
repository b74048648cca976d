import { expect, test } from 'vitest';
import { handedOf, partsOf } from '../../src/nudge/handed';
import { words } from '../../src/words/en/nudge';

const PRESSED = 'You pressed “\u2068Pay\u2069” 4 times.';
const parts = partsOf('/checkout/payment', { place: 'Pay', reasons: [PRESSED, 'It failed.'], trail: ['It failed.'] }, words);

test('the visitor sees the page, the place and what happened, each once', () => {
  expect(parts.map(({ text }) => text.replace(/[\u2066-\u2069]/g, ''))).toEqual(['Page: /checkout/payment', 'Where: “Pay”', 'You pressed “Pay” 4 times.', 'It failed.']);
  expect(partsOf('/', { place: '', reasons: [], trail: [] }, words)).toHaveLength(1);
});

test('a person reads what the visitor read, without marks that only a browser understands', () => {
  expect(handedOf(parts)).toEqual({
    place: 'Pay',
    reasons: ['You pressed “Pay” 4 times.', 'It failed.'],
    text: 'Page: /checkout/payment\nWhere: “Pay”\nYou pressed “Pay” 4 times.\nIt failed.',
  });
});

test.each(parts.map((part) => [part.of, part] as const))('what is struck out is handed over in no form: %s', (_, part) => {
  const handed = handedOf(parts.filter((other) => other !== part));
  expect(JSON.stringify(handed.text)).not.toContain(part.of === 'place' ? 'Where' : part.value.slice(0, 10));
  expect(handed.reasons).toHaveLength(part.of === 'reason' ? 1 : 2);
  expect(handed.place).toBe(part.of === 'place' ? '' : 'Pay');
  expect(handed.route).toBe(part.of === 'page' ? '' : undefined);
});
