import type { CreateShowing } from '../parts';
import type { GiveAnswer } from './actions';
import { stand } from './stand';

/**
 * Shows help, one piece at a time, each with exactly one answer. Help that fails, or finds no place on the page,
 * answers `gone` without ever having been `shown`.
 */
export const createShowing: CreateShowing = (window, end, onError) => {
  let takeAway: GiveAnswer | undefined;

  return { aside: () => () => undefined, help(help, on) {
    takeAway?.('gone');
    const life = new AbortController();
    let whyOpened = false;

    const answer: GiveAnswer = (said, besides) => {
      if (life.signal.aborted) return;
      life.abort();
      on.answer({ answer: said, whyOpened, ...besides });
    };

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
  } };
};
