import { expect, test } from 'vitest';
import { asText } from '../../src/inspect/asText';
import { givenExplained, givenPart, givenRule } from '../support/givenExplanation';

test('a rule that stays silent copies as lines that can be pasted into a ticket', () => {
  const rule = givenExplained(givenRule('card-is-refused'), {
    parts: [givenPart('rage-click', 38.4, 'pay', 2), givenPart('app:coupon-taken', -6.5, 'page')],
    held: [{ gate: 'score', code: 'below', because: 'score 31.9, needs 60', againAt: undefined }],
    counterfactual: { without: 1, score: 0, confidence: 0, flips: 'score', needs: 60 },
  });
  expect(asText(rule).split('\n')).toEqual([
    'card-is-refused: silent at score (score 31.9, needs 60)',
    'score 31.9 of 60, confidence 0.62 of 0.6',
    '',
    ...['consent', 'status', 'where', 'who', 'holdout', 'signals'].map((gate) => `✓ ${gate.padEnd(10)}  nothing speaks against it`),
    '✗ score       score 31.9, needs 60',
    ...['confidence', 'unless', 'limits', 'quiet', 'moment', 'experiment', 'place', 'show'].map((gate) => `– ${gate.padEnd(10)}  help is not due`),
    '',
    'Everything that holds:',
    'score (below): score 31.9, needs 60',
    '',
    'What the score is made of:',
    '+38.4  rage-click at pay × 2',
    '−6.5  app:coupon-taken at page',
    '',
    'Without the heaviest reason the score would be 0.0, under the 60 that it needs.',
  ]);
});

test('a rule that may speak says so', () => {
  expect(asText(givenExplained(givenRule('r')))).toMatch(/^r: would speak \(every gate is open\)\n/);
});
