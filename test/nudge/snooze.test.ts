import { expect, test } from 'vitest';
import type { GiveAnswer } from '../../src/nudge/actions';
import { snoozeChoices } from '../../src/nudge/snooze';
import { words } from '../../src/words/en/nudge';

/** What each choice answers at that time of the visitor's clock. */
function answersAt(now: Date): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  let label = '';
  const answer: GiveAnswer = (what, besides) => (said[label] = besides ?? what);
  for (const choice of snoozeChoices(words, () => now, answer)) {
    label = choice.label;
    choice.press();
  }
  return said;
}

test('not now can mean six things, from an hour to no help at all', () => {
  expect(answersAt(new Date(2026, 10, 21, 14, 30))).toEqual({
    'For an hour': { forMs: 3_600_000 },
    'Until tomorrow': { forMs: 15.5 * 3_600_000 },
    'For a week': { forMs: 7 * 24 * 3_600_000 },
    'Not on this page': { here: true },
    'Never this one again': 'never',
    'No help at all': 'mute',
  });
});

test('tomorrow begins at six, for those who are still up too', () => {
  const hours = (now: Date) => answersAt(now)['Until tomorrow'];
  expect(hours(new Date(2026, 10, 21, 23))).toEqual({ forMs: 7 * 3_600_000 });
  expect(hours(new Date(2026, 10, 22, 1, 30))).toEqual({ forMs: 4.5 * 3_600_000 });
  expect(hours(new Date(2026, 10, 22, 6))).toEqual({ forMs: 24 * 3_600_000 });
  expect(hours(new Date(2026, 11, 31, 18))).toEqual({ forMs: 12 * 3_600_000 });
});
