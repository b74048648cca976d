import type { PromptWords } from '../words';

export const words: PromptWords = {
  lang: 'en',
  title: 'May we notice when this page does not respond to you?',
  ask: 'We would look at clicks, pauses and errors on this page, and offer help where you are stuck.',
  never: 'What you type is never kept or sent.',
  stays: 'Nothing leaves your browser.',
  leaves: 'Only notes without your name or your words are sent.',
  allow: 'Allow',
  refuse: 'No thanks',
  close: 'Close',
  more: 'What exactly?',
  purposes: {
    notice: 'Noticed: clicks without an answer, errors, long pauses, unfinished steps.',
    help: 'Help: a small card where you are stuck, easy to close.',
    'share-with-support': 'Support: gets a summary only when you ask for a person.',
    improve: 'Sent: anonymous notes on what went wrong, to repair it.',
  },
  back: 'You can take back all or part of your yes anytime.',
  changed: 'You said yes before. Since then this has changed:',
  storage: {
    local: 'Kept in this browser: your answer, and notes on what happened.',
    session: 'Kept until this tab closes: your answer, and notes on what happened.',
    memory: 'Kept in this browser: nothing.',
  },
  recipient: 'Sent to: {at}',
  retention: 'Kept there for {n, plural, one {a day} other {# days}}.',
  unlimited: 'Kept there for as long as this site decides.',
};
