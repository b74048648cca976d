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
  back: 'You can take your yes back at any time.',
};
