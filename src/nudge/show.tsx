import type { AppSignal, CreateShowHelp, OutcomeAnswer } from '../types';
import { stand } from './stand';

/**
 * Shows help, one piece at a time, each with exactly one answer. Help that fails, or finds no place on the page,
 * answers `gone` without ever having been `shown`.
 */
export const createShowHelp: CreateShowHelp = (window, end, onError) => {
  let takeAway: ((because: OutcomeAnswer) => void) | undefined;

  return (help, on) => {
    takeAway?.('gone');
    const life = new AbortController();
    let whyOpened = false;

    function answer(said: OutcomeAnswer, event?: AppSignal): void {
      if (life.signal.aborted) return;
      life.abort();
      on.answer({ answer: said, whyOpened, ...(event && { event }) });
    }

    function attempt(task: () => void): void {
      try {
        task();
      } catch (error) {
        onError(error);
        answer('gone');
      }
    }

    takeAway = answer;
    end.addEventListener('abort', () => answer('off'), { signal: life.signal });
    if (end.aborted) answer('off');
    else attempt(() => stand({ window, help, life: life.signal, onShown: () => on.shown(), onWhy: () => (whyOpened = true), answer, attempt }));
    return answer;
  };
};
