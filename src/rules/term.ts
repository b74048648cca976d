import type { SignalTerm } from '../types';
import { MAX_POINTS, termOf } from './defaults';
import { readDuration, readNotes, readSignal, readSpan } from './forms';
import { number, record, type Read } from './shape';

/** One signal of a rule, and how much it counts. */
export function termReader(readElement: Read<string>): Read<SignalTerm> {
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
      longerThanMs: field('longerThan', readDuration, 0),
      max: field('max', number(1, MAX_POINTS, 0), preset.max),
    };
  });
}
