import type { Limits, Rule, SignalTerm } from '../types';
import { BAR_POINTS, CUT_OFFS, MAX_POINTS, defaultTerms, termOf } from './defaults';
import { readAppSignal, readName, readNote, readNotes, readSignal, readSpan } from './forms';
import { limitsReader } from './limits';
import { nudgeReader, readSentences } from './nudgeText';
import { pageReader, type Places } from './places';
import { list, number, oneOf, record, some, type Read } from './shape';

export interface RankedRule {
  readonly rule: Rule;
  /** The lower is asked first. */
  readonly rank: number;
}

const RANKS = { high: 0, normal: 1, low: 2 };

const readPriority = oneOf('low', ['low', 'normal', 'high']);

const readSureness = oneOf('low', ['low', 'medium', 'high']);

const readStatus = oneOf('draft', ['draft', 'watch', 'live', 'paused']);

const readHelp = record((field) => ({
  score: field('score', number(1, MAX_POINTS, 0), BAR_POINTS),
  confidence: CUT_OFFS[field('confidence', readSureness, 'medium')],
}));

const readResolved = list(record((field) => ({ event: field('event', readAppSignal) })), 10);

/** Reads a rule and completes it: what it leaves out has a default. */
export function ruleReader(places: Places, limits: Limits): Read<RankedRule> {
  const readElement = elementReader(places);
  const readWhere = whereReader(places, readElement);
  const readTerms = list(termReader(readElement), 12);
  const readNudge = nudgeReader(readElement);
  const readLimits = limitsReader(limits);
  return record((field) => {
    field('name', readNote, '');
    field('note', readNotes, []);
    field('owner', readNote, '');
    const nudge = field('nudge', readNudge, undefined);
    return {
      rank: RANKS[field('priority', readPriority, 'normal')],
      rule: {
        id: field('id', readName),
        status: field('status', readStatus, 'live'),
        why: field('why', readSentences, undefined),
        where: field('where', readWhere, { page: [], workflow: undefined, step: [], element: [] }),
        signals: field('signals', readTerms, defaultTerms()),
        help: field('help', readHelp, { score: BAR_POINTS, confidence: CUT_OFFS.medium }),
        limits: field('limits', readLimits, limits),
        nudge,
        resolved: field('resolved', readResolved, []),
      },
    };
  });
}

/** An element of `places.elements`, or a bare `data-furrow` name. */
function elementReader({ refused }: Places): Read<string> {
  return (value, path, say) => {
    const name = readName(value, path, say);
    if (refused.includes(name)) say(path, value, `usable; mend places.elements.${name} first`);
    return name;
  };
}

function whereReader({ pages, workflows }: Places, readElement: Read<string>): Read<Rule['where']> {
  return record((field) => {
    const workflow = field('workflow', oneOf('', workflows.map(({ id }) => id), 'one of places.workflows'), undefined);
    const steps = workflows.find(({ id }) => id === workflow)?.steps.map(({ id }) => id) ?? [];
    return {
      page: field('page', some(pageReader(pages)), []),
      workflow,
      step: field('step', some(oneOf('', steps, 'a step of the workflow beside it')), []),
      element: field('element', some(readElement), []),
    };
  });
}

function termReader(readElement: Read<string>): Read<SignalTerm> {
  return record((field) => {
    field('note', readNotes, []);
    const signal = field('signal', readSignal);
    const points = field('points', number(-MAX_POINTS, MAX_POINTS, 0), undefined);
    const fadesMs = field('fades', readSpan, undefined);
    const preset = termOf(signal, points, fadesMs);
    return {
      ...preset,
      on: field('on', readElement, undefined),
      atLeast: field('atLeast', number(1, 20), 1),
      withinMs: field('within', readSpan, preset.fadesMs),
      max: field('max', number(1, MAX_POINTS, 0), preset.max),
    };
  });
}
