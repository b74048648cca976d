import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Counterfactual, Evidence, SignalName } from '../../src/types';
import { otherwiseText, reasonTexts } from '../../src/nudge/why';
import { words as germanCard } from '../../src/words/de/nudge';
import { words as german } from '../../src/words/de/why';
import { words as englishCard } from '../../src/words/en/nudge';
import { words as english } from '../../src/words/en/why';
import { BUILT_IN_SIGNALS } from '../../src/rules/defaults';

const because = (signal: SignalName, evidence: Evidence, { label = '', words = english, count = 1 } = {}) =>
  reasonTexts([{ signal, label, place: 'main>button', points: 30, count, evidence }], { words: words === german ? germanCard : englishCard }, words).join().replace(/[\u2068\u2069]/g, '');

test('presses that the page did not answer', () => {
  expect(because('rage-click', { n: 4, dead: true, errors: 0 }, { label: 'Pay now' })).toBe('You pressed “Pay now” 4 times and the page did not answer.');
});

test('presses that ended in an error', () => {
  expect(because('rage-click', { n: 3, dead: false, errors: 2 }, { label: 'Apply' })).toBe('You pressed “Apply” 3 times and it ended in an error.');
});

test('quick presses of which nobody knows yet whether they were answered claim no more than that', () => {
  expect(because('rage-click', { n: 5 }, { label: 'Next' })).toBe('You pressed “Next” 5 times in a short while.');
});

test('a place without a name is not given one', () => {
  expect(because('rage-click', { n: 4, dead: true })).toBe('You pressed the same spot 4 times and the page did not answer.');
  expect(because('field-hesitation', { ms: 9000 })).toBe('You stayed 9 seconds in a field.');
});

test('a press without an effect', () => {
  expect(because('dead-click', { count: 1, looks: 'native' }, { label: 'Apply' })).toBe('You pressed “Apply” and nothing happened.');
});

test('an error that came back', () => {
  expect(because('error-loop', { n: 3, kind: 'message' })).toBe('The same error came back 3 times.');
  expect(because('error-loop', {}, { count: 2 })).toBe('The same error came back 2 times.');
});

test('a long stay in a field, in whole seconds', () => {
  expect(because('field-hesitation', { ms: 12_340 }, { label: 'Card number' })).toBe('You stayed 12 seconds in “Card number”.');
});

test('a mouse that went back and forth between buttons was in none of them', () => {
  const wavering = { ms: 7000, limitMs: 2000, field: 'button', input: 'mouse' };
  expect(because('field-hesitation', wavering, { label: 'Buy' })).toBe('You went back and forth over “Buy”.');
  expect(because('field-hesitation', wavering)).toBe('You went back and forth over the same spot.');
});

test('a workflow that was left', () => {
  expect(because('workflow-abandon', { workflow: 'checkout', step: 'payment', index: 1 })).toBe('You left “checkout” at “payment” before it was finished.');
});

test('what the page itself told', () => {
  expect(because('app:card-refused', {})).toBe('This page told us about a problem (card-refused).');
});

test('the same, in the visitor’s language', () => {
  expect(because('rage-click', { n: 4, dead: true }, { label: 'Zahlen', words: german })).toBe('Sie haben 4-mal auf „Zahlen“ gedrückt und die Seite hat nicht geantwortet.');
});

test('a label in another script does not turn the sentence around', () => {
  expect(reasonTexts([{ signal: 'dead-click', label: 'ادفع', place: '', points: 1, count: 1, evidence: {} }], { words: englishCard }, english)[0]).toBe('You pressed “\u2068ادفع\u2069” and nothing happened.');
});

test('a label that looks like a placeholder stays a label', () => {
  expect(because('dead-click', {}, { label: '{n}' })).toBe('You pressed “{n}” and nothing happened.');
});

test.each(BUILT_IN_SIGNALS)('%s is told in a whole sentence, whatever is known of it', (signal) => {
  for (const evidence of [{}, { n: 3, ms: 90_000, kind: 'error', dead: true, workflow: 'order', step: 'pay' }]) {
    for (const words of [english, german]) {
      expect(because(signal, evidence, { words })).toMatch(/^[A-ZÄÖÜ\d][^{}]+\.$/);
      expect(because(signal, evidence, { words })).not.toContain('NaN');
    }
  }
});

test('what the model alone added is no reason: nobody saw it', () => {
  expect(reasonTexts([{ signal: 'model', label: '', place: '', points: 9, count: 1, evidence: {} }], { words: englishCard }, english)).toEqual([]);
});

const without = (change: Partial<Counterfactual>): Counterfactual => ({ without: 1, score: 24.7, confidence: 0.4, flips: 'score', needs: 60, ...change });
const otherwise = (change: Partial<Counterfactual>, reasons: number, words = english) => otherwiseText(without(change), reasons, words);

test('which of the reasons it took, with the numbers', () => {
  expect(otherwise({}, 3)).toBe('Without the first of these, this help would not have come up (24 of the 60 points needed).');
  expect(otherwise({ without: 2, score: 0 }, 3)).toBe('Without the first 2 of these, this help would not have come up (0 of the 60 points needed).');
  expect(otherwise({}, 1)).toBe('Without that, this help would not have come up (24 of the 60 points needed).');
  expect(otherwise({ without: 3 }, 3, german)).toBe('Ohne das wäre diese Hilfe nicht erschienen (24 von 60 nötigen Punkten).');
});

test('which of the reasons made it sure enough', () => {
  expect(otherwise({ flips: 'confidence', needs: 0.6 }, 2)).toBe('Without the first of these, we would not have been sure enough.');
  expect(otherwise({ flips: 'confidence', without: 2 }, 3, german)).toBe('Ohne die ersten 2 davon wären wir nicht sicher genug gewesen.');
});

test('where nothing single would have changed it, or less is told than it took, nothing is claimed', () => {
  expect(otherwiseText(undefined, 3, english)).toBe('');
  expect(otherwise({ without: 2 }, 1)).toBe('');
  expect(otherwise({}, 0)).toBe('');
});

test('whatever was left without it, the sentence never says that it would have been enough', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 99, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), (score, missing) => {
    const needs = score + missing;
    fc.pre(needs > score);
    const [, told = NaN, needed = NaN] = (/\((\S+) of the (\S+) points/.exec(otherwise({ score, needs }, 2)) ?? []).map(Number);
    expect(told).toBeLessThan(needed);
  }));
});

test('a visitor is promised about what was typed only what is true: it is looked at in the page, and neither kept nor sent', () => {
  expect([english.unkept, german.unkept]).toEqual(['What you type is never kept or sent.', 'Was Sie tippen, wird nie gespeichert oder gesendet.']);
});
