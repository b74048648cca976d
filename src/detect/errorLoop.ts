import type { Amend, Detector, Failure } from '../types';
import { tellMore } from './tellMore';

/** So many presses into the same failure are a loop: once is bad luck, twice is trying again. */
const PRESSES = 3;
/** Scripts fail at once, so a loop of them is quick; requests and forms need their time. */
const WITHIN_MS: Readonly<Record<Failure['kind'], number>> = { js: 10_000, promise: 10_000, http: 60_000, network: 60_000, message: 60_000, invalid: 60_000 };
const STRENGTH = 0.8;
/** Each further press is surer. */
const PER_EXTRA = 0.05;
const MOST_STRENGTH = 0.95;
/** Different failures followed at once. */
const MOST_SIGNS = 32;
/** So much of one failure, so quickly, that nobody pressed for: slower ones are a poll that fails in the background, which no visitor sees. */
const STORM = 10;
const STORM_MS = 3000;
const STORM_STRENGTH = 0.6;

interface Loop {
  failures: readonly Failure[];
  amend: Amend | undefined;
}

/**
 * Sees the visitor run into the same failure again and again: a script error, a refused request, an error message; and a
 * page that fails many times a second by itself. Forgives what fails now and then without a press, several failures of one
 * press, and different failures in a row.
 */
export function errorLoop(): Detector {
  return {
    name: 'error-loop',
    family: 'pointer',
    start(watch, emit) {
      const loops = new Map<string, Loop>();

      watch.onFailure((failure) => {
        const { press, kind, at } = failure;
        if (press && watch.ignored(press.target, 'error-loop')) return;
        const sign = `${failure.sign}${press ? '' : ' storm'}`;
        const loop = loops.get(sign) ?? { failures: [], amend: undefined };
        const recent = loop.failures.filter((each) => at - each.at < (press ? WITHIN_MS[kind] : STORM_MS));
        if (!recent.length) loop.amend = undefined;
        loop.failures = [...recent, failure].slice(-MOST_SIGNS);
        if (loops.size > MOST_SIGNS) loops.clear();
        loops.set(sign, loop);
        if (press) tell(loop, failure);
        else storm(loop);
      });

      /** Told once; it goes on until there was none of it for a while. */
      function storm(loop: Loop): void {
        const [first] = loop.failures;
        const n = loop.failures.length;
        if (!first || n < STORM || loop.amend) return;
        const evidence = { n, kind: 'storm', spanMs: watch.now() - first.at };
        loop.amend = emit({ name: 'error-loop', at: first.at, strength: STORM_STRENGTH, evidence });
      }

      function tell(loop: Loop, { kind, at, press }: Failure): void {
        const [first] = loop.failures;
        const n = loop.failures.length;
        if (!first || n < PRESSES) return;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_EXTRA * (n - PRESSES));
        const evidence = { n, kind, spanMs: at - first.at };
        watch.claim(loop.failures.flatMap((failure) => failure.press ?? []));
        loop.amend = tellMore(emit, loop.amend, { name: 'error-loop', at: first.at, strength, evidence, ...(press && { target: press.target }) });
      }
    },
  };
}
