import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Scenario } from './types.ts' */

const folder = join(import.meta.dirname, 'scenarios');

/**
 * The signals that are scored, by furrow's names, each as it was meant when the labels were given.
 * @type {Readonly<Record<string, string>>}
 */
export const SIGNALS = {
  'rage-click': 'one thing pressed again and again in quick succession without giving what is wanted',
  'dead-click': 'a press on something that looks operable, a disabled control too, after which nothing happens',
  'error-click': 'a press that makes the page fail',
  'error-loop': 'the same failure met three times or more',
  'thrashed-cursor': 'the mouse shaken, not moved to anything',
  'field-hesitation': 'standing long in a field, or going back and forth between two choices, before acting',
  'form-abandon': 'a form begun and left unfinished',
  'quick-back': 'a page opened and left again at once',
  'scroll-thrash': 'scrolling up and down and up again without stopping',
  'refresh-loop': 'the same page loaded anew again and again',
  'repeated-failure': 'the same thing sent three times or more and refused each time',
  'validation-storm': 'three fields or more refused at once, or one refused again after being corrected twice',
  'field-churn': 'the same field filled, emptied and corrected over and over',
  'copy-struggle': 'trying again and again to mark the same text, or copying an error message',
  'key-mash': 'hitting keys wildly',
  'long-wait': 'something that was asked for takes four seconds or more while the page shows that it is busy',
  'help-seek': 'turning to help in the middle of something',
  'exit-intent': 'the mouse darts out at the top with something unfinished',
  'slow-response': 'the page answers a press, but only after three seconds or more without a sign',
};

/** @type {readonly Scenario[]} */
export const scenarios = readdirSync(folder).filter((file) => file.endsWith('.json')).sort().flatMap(readFamily);

/** Those that count. */
export const scored = scenarios.filter(({ doubtful }) => doubtful === undefined);

/** Those that everybody plays: about half, picked by nothing but their ids, because each contestant takes a quarter of an hour for them. */
export const contest = scored.filter(({ id }) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0);

/**
 * What a contestant plays: furrow everything that is scored, its peers the contest; or what is asked for, doubtful ones too.
 * @param {string | undefined} grep Part of an id, or a family.
 * @param {string} name
 */
export function select(grep, name) {
  if (grep !== undefined) return scenarios.filter(({ id, family }) => family === grep || id.includes(grep));
  return name === 'furrow' ? scored : contest;
}

/** Nothing is wrong: whatever is told here is a false alarm. @param {Scenario} scenario */
export const isHonest = ({ truth }) => truth.length === 0;

/**
 * A file says once what its scenarios share.
 * @param {string} file
 * @returns {Scenario[]}
 */
function readFamily(file) {
  const { shared, scenarios } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const family = file.replace('.json', '');
  return scenarios.map((/** @type {object} */ own) => ({ family, screen: 'desktop', truth: [], ok: [], ...shared, ...own }));
}
