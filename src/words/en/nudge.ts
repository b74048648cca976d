import type { NudgeWords } from '../words';

export const words: NudgeWords = {
  lang: 'en',
  why: 'Why am I seeing this?',
  notNow: 'Not now',
  snooze: {
    hour: 'For an hour',
    today: 'Until tomorrow',
    week: 'For a week',
    here: 'Not on this page',
    never: 'Never this one again',
    mute: 'No help at all',
  },
  settings: 'Settings',
  human: 'Talk to a human',
  steps: {
    at: 'Step {n} of {of}',
    next: 'Next',
    previous: 'Back',
    done: 'Done',
  },
  close: 'Close',
  helpFor: 'Help for {at}',
  pressTab: 'Press Tab to reach it.',
  isLast: 'It is at the end of the page.',
  quote: '“{at}”',
};
