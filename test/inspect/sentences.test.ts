import { expect, test } from 'vitest';
import { againText, consentText, counterfactualText, heldWhileWatching, verdictOf } from '../../src/inspect/sentences';
import { givenExplained, givenExplanation, givenRule } from '../support/givenExplanation';

const status = (consent: Parameters<typeof consentText>[0]['consent'], running = false) => ({ ...givenExplanation().status, consent, running });

test('before the visitor has answered it says that nothing runs, and offers the yes', () => {
  expect(consentText(status('unknown'), undefined)).toEqual({
    title: 'The visitor has not answered yet', body: 'Until there is a yes furrow listens to nothing, keeps nothing and scores nothing.', mayGrant: true,
  });
});

test('the browser’s own no cannot be overruled here', () => {
  expect(consentText(status('signal'), undefined).mayGrant).toBe(false);
});

test('a yes names what it is for', () => {
  const receipt = { v: 1, id: '', decision: 'granted', purposes: ['notice', 'help'], at: '', expires: '', fingerprint: '', surface: 'api', sdk: '' } as const;
  expect(consentText(status('granted', true), receipt)).toEqual({ title: 'The visitor said yes', body: 'to notice, help', mayGrant: false });
});

test('what would change the answer is one sentence with the number that flips', () => {
  expect(counterfactualText({ without: 1, score: 24.97, confidence: 0.4, flips: 'score', needs: 60 })).toBe('Without the heaviest reason the score would be 24.9, under the 60 that it needs.');
  expect(counterfactualText({ without: 2, score: 70, confidence: 0.599, flips: 'confidence', needs: 0.6 })).toBe('Without the 2 heaviest reasons the confidence would be 0.59, under the 0.6 that it needs.');
});

test('a rule that is only held by its experiment would speak; one whose nudge stands there speaks', () => {
  const { decision } = givenExplained(givenRule('r'), { held: [{ gate: 'score', code: 'below', because: '', againAt: undefined }] });
  expect(verdictOf(decision, false)).toBe('silent');
  expect(verdictOf({ ...decision, wouldShow: true }, false)).toBe('would speak');
  expect(verdictOf(decision, true)).toBe('speaking');
});

test('a rule on trial tells what would have kept it silent, were it live', () => {
  const watching = { gate: 'status', code: 'status', because: 'status is watch', againAt: undefined } as const;
  const below = { gate: 'score', code: 'below', because: 'score 31.9, needs 60', againAt: undefined } as const;
  expect(heldWhileWatching(givenExplained(givenRule('r', { status: 'watch' }), { held: [watching, below] }))?.because).toBe('score 31.9, needs 60');
  expect(heldWhileWatching(givenExplained(givenRule('r', { status: 'watch' }), { held: [watching] }))).toBeUndefined();
  expect(heldWhileWatching(givenExplained(givenRule('r'), { held: [below] }))).toBeUndefined();
});

test('the next look is told only where it is known', () => {
  expect([againText(undefined, 0), againText(12_000, 500), againText(12_000, 12_000)]).toEqual(['', 'next look in 12 s', 'next look now']);
});
