import { expect, test } from 'vitest';
import { armOf } from '../../src/decide/arm';
import { createAskHelpful } from '../../src/decide/askHelpful';
import { createLedger } from '../../src/decide/ledger';
import type { AsideAnswer } from '../../src/parts';
import type { OutcomeAnswer } from '../../src/types';
import { createFakeRecords, MORNING_MS } from './given';
import { givenRule } from './givenAsked';

const IDS = Array.from({ length: 10_000 }, (_, ms) => `help@${1000 + 37 * ms}`);
const DRAWN = IDS.filter((id) => armOf(id, 'helpful') < 0.1);

function setup({ isGood = () => true }: { isGood?: () => boolean } = {}) {
  const asked: string[] = [];
  const ratings: unknown[] = [];
  let visit = 'v1';
  let now = 0;
  let nudge = '';
  let answer: (said: AsideAnswer) => void = () => undefined;
  const ledger = createLedger(createFakeRecords(), { visit: () => visit, page: 'p1', wall: () => MORNING_MS, lock: () => Promise.resolve(undefined), after: () => () => undefined });
  const waiting: (() => void)[] = [];
  let isLeftAlone = false;
  const ask = createAskHelpful({
    ledger, now: () => now, anchorOf: () => undefined, isLeftAlone: () => isLeftAlone,
    rate: (...rating) => ratings.push(rating),
    atGoodMoment(isWanted, say) {
      const look = () => { if (isWanted() && isGood()) say(); };
      waiting.push(look);
      look();
    },
    aside({ kind }, answered) {
      asked.push(`${kind} ${nudge}`);
      answer = answered;
      return () => undefined;
    },
  });
  return {
    asked, ratings,
    said: (id: string, said: OutcomeAnswer = 'action') => {
      nudge = id;
      ask(givenRule(), { nudge: id, answer: said, at: now });
    },
    answer: (said: AsideAnswer) => answer(said),
    leaveAlone: () => { isLeftAlone = true; },
    newVisit: () => { visit += 'x'; },
    later(ms: number) {
      now += ms;
      for (const look of waiting) look();
    },
  };
}

test('of a thousand nudges at most about one hundred are asked after, the same each time', () => {
  const { asked, said, newVisit } = setup();
  for (const id of IDS.slice(0, 1000)) {
    said(id);
    newVisit();
  }
  expect(asked).toEqual(DRAWN.filter((id) => IDS.indexOf(id) < 1000).map((id) => `helpful ${id}`));
  expect(DRAWN.length / IDS.length).toBeLessThan(0.11);
  expect(DRAWN.length / IDS.length).toBeGreaterThan(0.09);
});

test('nobody is asked twice in a visit, whatever they said the first time', () => {
  const { asked, said, newVisit } = setup();
  for (const id of DRAWN.slice(0, 5)) said(id);
  expect(asked).toHaveLength(1);
  newVisit();
  said(DRAWN[5]!);
  expect(asked).toHaveLength(2);
});

test.each<[OutcomeAnswer, number]>([['action', 1], ['resolved', 1], ['closed', 1], ['never', 0], ['mute', 0], ['not-now', 0], ['human', 0], ['gone', 0], ['off', 0]])('after “%s” it is asked %i times', (answer, times) => {
  const { asked, said } = setup();
  said(DRAWN[0]!, answer);
  expect(asked).toHaveLength(times);
});

test.each<[AsideAnswer, unknown[]]>([['yes', [[DRAWN[0], true]]], ['no', [[DRAWN[0], false]]], ['closed', []], ['gone', []]])('“%s” is told as what it is', (answer, ratings) => {
  const setting = setup();
  setting.said(DRAWN[0]!);
  setting.answer(answer);
  expect(setting.ratings).toEqual(ratings);
});

test('a question that cannot be put within half a minute is not put', () => {
  let isGood = false;
  const { asked, said, later } = setup({ isGood: () => isGood });
  said(DRAWN[0]!);
  later(30_000);
  isGood = true;
  later(0);
  expect(asked).toEqual([]);
});

test('who asks for a person while the question waits is not asked', () => {
  let isGood = false;
  const { asked, said, leaveAlone, later } = setup({ isGood: () => isGood });
  said(DRAWN[0]!);
  leaveAlone();
  isGood = true;
  later(1000);
  expect(asked).toEqual([]);
});
