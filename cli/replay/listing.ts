import type { createColors } from 'picocolors';
import { number, plural } from '../words';
import type { Backtest } from './backtest';
import type { RuleDifference } from './difference';
import type { Counts, RuleFound } from './tally';

type Colours = ReturnType<typeof createColors>;

/** What is called how. */
export interface Names {
  readonly rules: string;
  readonly against: string | undefined;
}

/** What a file would have done, for people: first what it was tried on, then rule by rule, then what could not be known. */
export function listed(found: Backtest, names: Names, colours: Colours): string {
  const { bold, dim } = colours;
  const compared = found.decisions.compared ? [`${number(found.decisions.equal)} of ${plural(found.decisions.compared, 'decision')} by ${found.decisions.by} reproduced to the last digit.`] : [];
  return [
    `${bold(names.rules)} on ${plural(found.visits, 'visit')} with ${plural(found.facts, 'fact')}${spanOf(found)}`,
    ...compared,
    ...(found.cut ? [`${plural(found.cut, 'visit')} may have gone on after being counted: more facts at a time than a replay holds.`] : []),
    '',
    ...found.rules.flatMap((rule) => [...ruleLines(rule, found, colours), '']),
    ...(found.difference && names.against !== undefined ? [...differenceLines(found.difference, names.against, colours), ''] : []),
    ...found.unheard.map(({ rule, words }) => `${rule}: no fact mentions ${words.map((word) => `“${word}”`).join(', ')}. Either nothing happened there, or the rules then in force did not name it: it cannot be known from these facts.`),
    dim(`Assumed open, because facts do not tell it: ${found.assumed.join('; ')}.`),
  ].join('\n');
}

function spanOf({ from, to }: Backtest): string {
  if (from === undefined || to === undefined) return '';
  const [first, last] = [from, to].map((ms) => new Date(ms).toISOString().slice(0, 16).replace('T', ' '));
  return `, ${first} to ${last} UTC`;
}

function ruleLines(rule: RuleFound, { visits, unheard }: Backtest, { bold, dim, green }: Colours): readonly string[] {
  const { matched, reached, shown, held, medianSeconds, hours, arms, really, needs, status } = rule;
  const head = `${bold(rule.rule)} ${dim(`· ${status}${status === 'draft' ? ', tried as if it watched' : ''}`)}`;
  const isUnheard = unheard.some((each) => each.rule === rule.rule);
  if (!matched.visits && !really.shown) return [head, row('matched', isUnheard ? 'nothing; see below' : 'nothing')];
  const of = (count: number): string => (visits ? ` ${dim(`${percent(count / visits)} of all`)}` : '');
  const lines: readonly (readonly [string, string])[] = [
    ['matched', `${plural(matched.visits, 'visit')}${of(matched.visits)}, ${plural(matched.signals, 'signal')}${matched.takenBack ? `, ${number(matched.takenBack)} taken back` : ''}`],
    [`reached ${number(needs)}`, plural(reached.visits, 'visit')],
    ['would show', shown.times ? green(shownWords(rule)) : 'never'],
    ['when', medianSeconds === undefined ? '' : `${span(medianSeconds)} into the visit, at the median · hours 0–23 ${bars(hours)}`],
    ['arms', counted(arms)],
    ['held back', counted(held)],
    ['really', really.shown ? reallyWords(really) : ''],
  ];
  return [head, ...lines.flatMap(([name, words]) => (words ? row(name, words) : []))];
}

function reallyWords({ shown, answers, helpful: { yes, no } }: RuleFound['really']): string {
  return `shown ${number(shown)}×${counted(answers) && `: ${counted(answers)}`}${yes + no ? ` · helpful, say ${number(yes)} of ${number(yes + no)}` : ''}`;
}

function shownWords({ shown: { times, then, silent, visits, share, interval: [from, to] } }: RuleFound): string {
  const some = (count: number, what: string): string => (count ? `, ${count === times ? 'all' : number(count)} of them ${what}` : '');
  return `${number(times)}× in ${plural(visits, 'visit')}: ${percent(share)} of all (95 % sure: ${percent(from)} to ${percent(to)})${some(then, 'what comes then')}${some(silent, 'unseen')}`;
}

function differenceLines(difference: readonly RuleDifference[], against: string, { bold, dim }: Colours): readonly string[] {
  const widest = Math.max(...difference.map(({ rule }) => rule.length));
  return [
    `${bold('Against')} ${against}: visits that would be helped`,
    ...difference.map(({ rule, both, onlyNew, onlyOld, p }) =>
      `  ${rule.padEnd(widest)}  both ${number(both)} · only now ${number(onlyNew)} · no longer ${number(onlyOld)}${onlyNew + onlyOld ? dim(` · p ${p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`}`) : ''}`),
  ];
}

/** `reached 100` is the widest that is common. */
const WIDEST = 11;

function row(name: string, words: string): string {
  return `  ${name.padEnd(WIDEST)}  ${words}`;
}

function counted(counts: Counts): string {
  return Object.entries(counts).map(([name, count]) => `${name} ${number(count)}`).join(' · ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function span(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const BARS = [...'▁▂▃▄▅▆▇█'];

/** A picture of some numbers, in one line. None is a dot. */
function bars(counts: readonly number[]): string {
  const most = Math.max(...counts);
  return counts.map((count) => (count ? BARS[Math.ceil((count / most) * BARS.length) - 1] : '·')).join('');
}
