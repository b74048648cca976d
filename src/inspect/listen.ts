import type { Furrow, Off, Signal } from '../types';
import type { Known } from './known';

/** Hears all that furrow tells; `onNews` after each thing that may change an answer. Returns the way out. */
export function listen(furrow: Furrow, known: Known, now: () => number, on: { newSignal(signal: Signal): void; news(): void }): Off {
  const offs = [
    furrow.on('consent', ({ granted }) => {
      if (!granted) known.forget();
      on.news();
    }),
    furrow.on('signal', (signal) => {
      if (known.heard(signal)) on.newSignal(signal);
      on.news();
    }),
    furrow.on('score', ({ rule, value }) => known.scored(rule, { at: now(), value })),
    furrow.on('decision', on.news),
    furrow.on('nudge', (nudge) => {
      known.shown(nudge);
      on.news();
    }),
    furrow.on('outcome', ({ nudge }) => {
      known.answered(nudge);
      on.news();
    }),
    furrow.on('error', (error) => {
      known.failed(error, now());
      on.news();
    }),
  ];
  return () => offs.forEach((off) => off());
}
