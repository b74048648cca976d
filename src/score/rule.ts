import type { Limits, Rule, SignalTerm } from '../types';
import { CUT_OFFS } from './confidence';
import { BAR_POINTS, MAX_POINTS, defaultTerms, termOf } from './defaults';
import { readAppSignal, readLine, readName, readNote, readSignal, readSpan, readText } from './forms';
import { readLimits } from './limits';
import { nudgeReader } from './nudgeText';
import { readOneOf, readPage, type Places } from './places';
import { list, number, oneOf, record, some, wrong, type Read } from './shape';

export interface RankedRule {
  readonly rule: Rule;
  /** The lower is asked first. */
  readonly rank: number;
}

const RANKS = { high: 0, normal: 1, low: 2 };

const readPriority = oneOf('low', 'normal', 'high');

const readSureness = oneOf('low', 'medium', 'high');

const readHelp = record((field) => ({
  score: field('score', number(1, MAX_POINTS, false), BAR_POINTS),
  confidence: CUT_OFFS[field('confidence', readSureness, 'medium')],
}));

const readResolved = list(record((field) => ({ event: field('event', readAppSignal) })), 10);

/** Reads a rule and completes it: what it leaves out has a default. */
export function ruleReader(places: Places, limits: Limits): Read<RankedRule> {
  const readElement = elementReader(places);
  const readWhere = whereReader(places, readElement);
  const readTerms = list(termReader(readElement), 12);
  const readNudge = nudgeReader(readElement);
  const readOwnLimits = readLimits(limits);
  return record((field) => {
    const id = field('id', readName);
    field('name', readLine(80), '');
    field('note', readNote, []);
    field('owner', readLine(200), '');
    const rank = RANKS[field('priority', readPriority, 'normal')];
    const nudge = field('nudge', readNudge, undefined);
    const rule: Rule = {
      id,
      status: field('status', statusReader(!!nudge), nudge ? 'live' : 'watch'),
      why: field('why', readText(280), undefined),
      where: field('where', readWhere, { page: [], workflow: undefined, step: [], element: [] }),
      signals: field('signals', readTerms, defaultTerms()),
      help: field('help', readHelp, { score: BAR_POINTS, confidence: CUT_OFFS.medium }),
      limits: field('limits', readOwnLimits, limits),
      nudge,
      resolved: field('resolved', readResolved, []),
    };
    return { rule, rank };
  });
}

function statusReader(speaks: boolean): Read<Rule['status']> {
  return (value, path, say) => {
    const status = oneOf('draft', 'watch', 'live', 'paused')(value, path, say);
    if (status === 'live' && value && !speaks) say(path, wrong(value, 'possible without a nudge', 'add one, or write "watch"'));
    return status;
  };
}

/** An element of `places.elements`, or a bare `data-furrow` name. */
function elementReader({ refused }: Places): Read<string> {
  return (value, path, say) => {
    const name = readName(value, path, say);
    if (refused.includes(name)) say(path, wrong(value, 'usable', `mend places.elements.${name} first`));
    return name;
  };
}

/** More than this and a rule is about everywhere. */
const MAX_WHERE = 20;

function whereReader({ pages, workflows }: Places, readElement: Read<string>): Read<Rule['where']> {
  return record((field) => {
    const workflow = field('workflow', readOneOf('one of places.workflows:', workflows.map(({ id }) => id)), undefined);
    const steps = workflows.find(({ id }) => id === workflow)?.steps.map(({ id }) => id) ?? [];
    return {
      page: field('page', some(readPage(pages), MAX_WHERE), []),
      workflow,
      step: field('step', some(readOneOf(workflow ? `one of the steps of ${workflow}:` : 'of a workflow yet; write "workflow" beside it:', steps), MAX_WHERE), []),
      element: field('element', some(readElement, MAX_WHERE), []),
    };
  });
}

function termReader(readElement: Read<string>): Read<SignalTerm> {
  return record((field) => {
    const preset = termOf(field('signal', readSignal));
    const points = field('points', number(-MAX_POINTS, MAX_POINTS, false), preset.points);
    const fadesMs = field('fades', readSpan, preset.fadesMs);
    const term = termOf(preset.signal, { points, fadesMs });
    field('note', readNote, []);
    return {
      ...term,
      on: field('on', readElement, undefined),
      atLeast: field('atLeast', number(1, 20), 1),
      withinMs: field('within', readSpan, fadesMs),
      max: field('max', number(1, MAX_POINTS, false), term.max),
    };
  });
}
