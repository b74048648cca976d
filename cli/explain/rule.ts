import type { Rule } from '../../src/types';
import { dig, entriesOf, textsIn } from '../dig';
import { experimentWords } from './experiment';
import { helpWords } from './help';
import { limitWords } from './limits';
import { nudgeWords, wordsIn } from './nudge';
import { quietWords } from './quiet';
import { resolvedWords } from './resolved';
import { signalsOf } from './signals';
import { statusWords } from './status';
import { thenWords } from './then';
import { unlessWords } from './unless';
import { weightWords } from './weight';
import { whereWords } from './where';

/** One thing that a rule says, as sentences. */
export interface Part {
  readonly about: 'status' | 'where' | 'signals' | 'help' | 'unless' | 'nudge' | 'then' | 'resolved' | 'limits' | 'quiet' | 'experiment' | 'why' | 'upkeep';
  readonly sentences: readonly string[];
}

/** A rule in plain words, in the order in which a person would tell it. `written` tells which words are the team's own and which are defaults. */
export function explainRule(rule: Rule, written: unknown, locale: string): readonly Part[] {
  const parts: readonly Part[] = [
    { about: 'status', sentences: statusWords(rule) },
    { about: 'where', sentences: [whereWords(rule)] },
    { about: 'signals', sentences: signalsOf(rule, dig(written, 'signals') !== undefined) },
    { about: 'help', sentences: helpWords(rule) },
    { about: 'unless', sentences: unlessWords(rule) },
    { about: 'nudge', sentences: shown(rule, locale) },
    { about: 'then', sentences: thenWords(rule, locale) },
    { about: 'resolved', sentences: resolvedWords(rule) },
    { about: 'limits', sentences: said('It ', rule.nudge && ownLimits(rule, written)) },
    { about: 'quiet', sentences: said('It is quiet ', dig(written, 'quiet') === undefined ? '' : quietWords(rule.quiet)) },
    { about: 'experiment', sentences: experimentWords(rule, locale) },
    { about: 'why', sentences: rule.why === undefined ? [] : [`Asked why, it says: “${wordsIn(rule.why, locale)}”`] },
    { about: 'upkeep', sentences: [...weightWords(rule, dig(written, 'priority')), ...textsIn(dig(written, 'owner')).map((owner) => `It belongs to ${owner}.`)] },
  ];
  return parts.filter(({ sentences }) => sentences.length);
}

function shown({ nudge, status }: Rule, locale: string): readonly string[] {
  if (!nudge) return [];
  const [first = '', ...more] = nudgeWords(nudge, locale);
  return [`It ${status === 'live' ? 'shows' : 'would show'} ${first}`, ...more];
}

/** The limits that the rule names itself; the others are the file's. */
function ownLimits({ limits }: Rule, written: unknown): string {
  return limitWords(limits, entriesOf(dig(written, 'limits')).map(([key]) => key));
}

function said(start: string, words: string | undefined): readonly string[] {
  return words ? [`${start}${words}.`] : [];
}
