import { sleep } from '../sleep.js';

/** Apart from the plan by more than this share of the gap between two presses, and the run is another scenario than the one that was written. */
const MOST_DRIFT = 0.75;
/** Gaps shorter than this are judged as if they were this long: a timer alone may be 15 ms late. */
const LEAST_GAP_MS = 150;
/** Moves per second that must arrive while the mouse is shaken; an idle machine delivers about 58. */
const LEAST_MOVES_PER_S = 24;
/** The share of a shake's turns that the page must have seen. */
const LEAST_TURNS = 0.85;

/** Keeps the beat of what is repeated, and says whether a busy machine spoiled it. */
export function createRhythm() {
  let drift = 0;
  let movesPerS = Infinity;
  let turns = 1;

  return {
    /**
     * Begins `act` n times, gap ms apart; after a stall it keeps the beat instead of catching up in a burst.
     * @param {number} n
     * @param {number} gapMs
     * @param {(index: number) => Promise<void> | void} act
     */
    async repeat(n, gapMs, act) {
      let last = 0;
      for (let index = 0; index < n; index++) {
        if (index) await sleep(last + gapMs - Date.now());
        const now = Date.now();
        if (index) drift = Math.max(drift, Math.abs(now - last - gapMs) / Math.max(gapMs, LEAST_GAP_MS));
        last = now;
        await act(index);
      }
    },
    /** What the page saw of a shake. @param {number} perS @param {number} share */
    sawMoves(perS, share) {
      movesPerS = Math.min(movesPerS, perS);
      turns = Math.min(turns, share);
    },
    /** Why this is no longer the scenario, if it is not. */
    spoiled() {
      if (drift > MOST_DRIFT) return `the rhythm was off by ${Math.round(drift * 100)} %`;
      if (movesPerS < LEAST_MOVES_PER_S) return `only ${Math.round(movesPerS)} mouse moves a second arrived`;
      return turns < LEAST_TURNS ? `only ${Math.round(turns * 100)} % of the turns arrived` : undefined;
    },
  };
}
