/** The time in which one thing stands on the page. */
export interface Turn {
  /** Ends with the turn. */
  readonly life: AbortSignal;
  /** Begins it when nothing of higher right stands there. */
  take(begin: () => void): void;
  /** Ends it and tells so; a second end tells nothing. */
  end(tell: () => void): void;
  /** Runs a task; when it fails, the turn is over. */
  attempt(task: () => void): void;
}

/** `patient`: waits while something impatient stands there. Of several that wait, the last one does. `over`: it has to end. */
export type CreateTurn = (patient: boolean, over: (because: 'gone' | 'off') => void) => Turn;

interface Waiting {
  readonly patient: boolean;
  readonly begin: () => void;
  readonly giveWay: () => void;
}

/** Lets one thing at a time stand on the page. Whatever comes takes the place of what stands there, but nothing patient that of what is not. */
export function createTurns(end: AbortSignal, onError: (error: unknown) => void): CreateTurn {
  let standing: Waiting | undefined;
  let waiting: Waiting | undefined;

  function begin(next: Waiting): void {
    const last = standing;
    standing = next;
    last?.giveWay();
    next.begin();
  }

  function wait(next: Waiting): void {
    waiting?.giveWay();
    waiting = next;
  }

  function leave(): void {
    standing = undefined;
    const next = waiting;
    waiting = undefined;
    if (next) begin(next);
  }

  return (patient, over) => {
    const life = new AbortController();
    const { signal } = life;
    let mine: Waiting | undefined;

    function attempt(task: () => void): void {
      try {
        task();
      } catch (error) {
        onError(error);
        over('gone');
      }
    }

    end.addEventListener('abort', () => over('off'), { signal });
    return {
      life: signal,
      attempt,
      take(task) {
        mine = { patient, giveWay: () => over('gone'), begin: () => (end.aborted ? over('off') : attempt(task)) };
        if (patient && standing && !standing.patient) wait(mine);
        else begin(mine);
      },
      end(tell) {
        if (signal.aborted) return;
        life.abort();
        if (waiting === mine) waiting = undefined;
        tell();
        if (standing === mine) leave();
      },
    };
  };
}
