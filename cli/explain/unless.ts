import type { Doing, Rule, Unless } from '../../src/types';
import { duration, or } from '../words';
import { one } from './signals';
import { pageWords } from './where';
import { whoWords } from './who';

const DOING: Readonly<Record<Doing, string>> = {
  'typing': 'the visitor is typing', 'pointer-down': 'a button or finger is down', 'scrolling': 'the visitor is scrolling', 'dialog-open': 'a dialog is open', 'video-playing': 'a film is playing',
  'page-hidden': 'the page is hidden', 'offline': 'the browser is offline', 'element-hidden': 'the element cannot be seen', 'fullscreen': 'something fills the screen',
};

/** What keeps a rule silent. */
export function unlessWords({ unless }: Rule): readonly string[] {
  return unless.length ? [`It keeps silent ${or(unless.map(blocker))}.`] : [];
}

function blocker(unless: Unless): string {
  if (unless.kind === 'while') return `while ${DOING[unless.doing]}`;
  if (unless.kind === 'signal') return `within ${duration(unless.withinMs)} of ${one(unless.signal)}`;
  return unless.kind === 'page' ? `on ${pageWords(unless.page)}` : `for visitors ${whoWords(unless.who)}`;
}
