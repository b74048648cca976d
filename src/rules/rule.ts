import type { Rule, Rules, Then, Who } from '../types';
import { CUT_OFFS, DEFAULT_HELP, MAX_POINTS, defaultTerms } from './defaults';
import { experimentReader } from './experiment';
import { readDate, readDuration, readName, readNote, readNotes, readSpan } from './forms';
import { limitsReader } from './limits';
import { nudgeReader, readSentences } from './nudgeText';
import { elementReader, pageReader, type Places } from './places';
import { quietReader } from './quiet';
import { resolvedReader } from './resolved';
import { list, number, oneOf, record, type Read } from './shape';
import { termReader } from './term';
import { unlessReader } from './unless';
import { EVERYWHERE, whereReader } from './where';
import { whoReader } from './who';

export interface RankedRule {
  readonly rule: Rule;
  /** The lower is asked first. */
  readonly rank: number;
}

/** What a file says for all its rules. */
export interface FileWide extends Pick<Rules, 'limits' | 'quiet'> {
  readonly places: Places;
  readonly readSegment: Read<Who>;
}

const RANKS = { high: 0, normal: 1, low: 2 };

const readPriority = oneOf('low', ['low', 'normal', 'high']);

const readLevel = oneOf('low', ['low', 'medium', 'high']);

const readStatus = oneOf('draft', ['draft', 'watch', 'live', 'paused']);

const readUrgency = oneOf('standard', ['standard', 'high', 'critical', 'immediate']);

const readCondition = oneOf('still-struggling', ['still-struggling', 'not-dismissed', 'asked-for-more']);

const readHelp = record((field): Rule['help'] => ({
  score: field('score', number(1, MAX_POINTS, 0), DEFAULT_HELP.score),
  confidence: CUT_OFFS[field('confidence', readLevel, 'medium')],
  forMs: field('for', readDuration, DEFAULT_HELP.forMs),
  pauseMs: field('waitForPause', readDuration, DEFAULT_HELP.pauseMs),
  waitMs: field('waitAtMost', readDuration, DEFAULT_HELP.waitMs),
}));

/** Reads a rule and completes it: what it leaves out has a default. */
export function ruleReader({ places, limits, quiet, readSegment }: FileWide): Read<RankedRule> {
  const readElement = elementReader(places);
  const readWhere = whereReader(places, readElement);
  const readWho = whoReader(readSegment);
  const readTerms = list(termReader(readElement), 12);
  const readUnless = unlessReader(pageReader(places.pages), readWho);
  const readNudge = nudgeReader(readElement);
  const readExperiment = experimentReader(readNudge);
  const readThen = list(record((field): Then => ({
    afterMs: field('after', readSpan),
    if: field('if', readCondition, 'still-struggling'),
    only: field('only', readWho, undefined),
    nudge: field('nudge', readNudge),
  })), 2);
  const readOwn = record((field): RankedRule => {
    field('name', readNote, '');
    field('note', readNotes, []);
    field('owner', readNote, '');
    const id = field('id', readName);
    const where = field('where', readWhere, EVERYWHERE);
    return {
      rank: RANKS[field('priority', readPriority, 'normal')],
      rule: {
        id,
        where,
        status: field('status', readStatus, 'live'),
        from: field('from', readDate, undefined),
        until: field('until', readDate, undefined),
        intent: field('intent', readName, id),
        impact: field('impact', readLevel, 'medium'),
        urgency: field('urgency', readUrgency, 'standard'),
        why: field('why', readSentences, undefined),
        who: field('who', readWho, undefined),
        signals: field('signals', readTerms, defaultTerms()),
        help: field('help', readHelp, DEFAULT_HELP),
        unless: field('unless', readUnless, []),
        limits: field('limits', limitsReader(limits), limits),
        quiet: field('quiet', quietReader(quiet), quiet),
        experiment: field('experiment', readExperiment, undefined),
        nudge: field('nudge', readNudge, undefined),
        resolved: field('resolved', resolvedReader(readElement, places.workflows, where.workflow), []),
        then: field('then', readThen, []),
      },
    };
  });
  return (value, path, say) => {
    const ranked = readOwn(value, path, say);
    const { from, until } = ranked.rule;
    if (from && until && until < from) say(`${path}.until`, until, `${from} or a day after it`);
    return ranked;
  };
}
