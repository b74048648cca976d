import { expect, test } from 'vitest';
import { SPAN_MS } from '../../src/inspect/curve';
import { createKnown } from '../../src/inspect/known';
import { givenExplained, givenExplanation, givenPart, givenRule, givenSignal } from '../support/givenExplanation';

function setup() {
  const clock = { now: 1000 };
  return { clock, known: createKnown(() => clock.now) };
}

const heardOf = ({ known }: ReturnType<typeof setup>) => known.signals().map(({ number, told, signal }) => [number, signal.id, told]);

test('troubles stand newest first and keep their numbers', () => {
  const given = setup();
  expect(given.known.heard(givenSignal('s1'))).toBe(true);
  expect(given.known.heard(givenSignal('s2'))).toBe(true);
  expect(heardOf(given)).toEqual([[2, 's2', 1], [1, 's1', 1]]);
});

test('a trouble told again is one trouble, in its old place, with its last strength', () => {
  const given = setup();
  given.known.heard(givenSignal('s1', { strength: 0.7 }));
  given.known.heard(givenSignal('s2'));
  expect(given.known.heard(givenSignal('s1', { strength: 0, amends: true }))).toBe(false);
  expect(heardOf(given)).toEqual([[2, 's2', 1], [1, 's1', 2]]);
  expect(given.known.signals().at(-1)?.signal.strength).toBe(0);
});

test('what was told before the overlay was opened is there, and is not counted twice', () => {
  const given = setup();
  const signals = [givenSignal('s1'), givenSignal('s2')];
  given.known.explained(givenExplanation({ signals }));
  given.known.explained(givenExplanation({ signals }));
  expect(heardOf(given)).toEqual([[2, 's2', 1], [1, 's1', 1]]);
});

test('a page of endless trouble does not grow the list', () => {
  const given = setup();
  for (let n = 1; n <= 80; n++) given.known.heard(givenSignal(`s${n}`));
  expect(given.known.signals()).toHaveLength(50);
  expect(given.known.signals()[0]?.number).toBe(80);
});

test('each look adds to the curve, and what is too old leaves it', () => {
  const { known, clock } = setup();
  const explanation = givenExplanation({ rules: [givenExplained(givenRule('r'), { parts: [givenPart('rage-click', 40)] })] });
  known.explained(explanation);
  expect(known.curve('r')).toEqual([{ at: 1000, value: 40 }]);
  for (let seconds = 0; seconds < 300; seconds++) {
    clock.now += 1000;
    known.explained(explanation);
  }
  expect(known.curve('r').length).toBeLessThanOrEqual(SPAN_MS / 1000 + 2);
});

test('a nudge stands from when it is shown to when it is answered', () => {
  const { known } = setup();
  known.shown({ id: 'n1', rule: 'r', at: 0, template: 'tooltip', place: 'pay' });
  expect(known.isOpen('r')).toBe(true);
  known.answered('n1');
  expect(known.isOpen('r')).toBe(false);
});

test('with the visitor’s no everything that was heard is forgotten', () => {
  const { known } = setup();
  known.heard(givenSignal('s1'));
  known.scored('r', { at: 0, value: 9 });
  known.forget();
  expect([known.signals(), known.curve('r')]).toEqual([[], []]);
});

test('a problem of the rules is one problem, though it was told as an error too', () => {
  const { known } = setup();
  known.failed({ during: 'reading the rules', message: '/furrow.json: rules[0].id: is missing' }, 1);
  known.failed({ during: 'nudge', message: 'no place' }, 2);
  known.explained(givenExplanation({ problems: [{ file: '/furrow.json', path: 'rules[0].id', message: 'is missing' }] }));
  expect(known.mistakes().map(({ message }) => message)).toEqual(['no place']);
});
