import type { Amend, Detector, Failure, Press } from '../types';
import { hash } from '../watch/hash';

/** A script that fails at the press itself is certain; what fails later may be another's doing, a little more each second. */
const SCRIPT_STRENGTH = 0.95;
const PER_SECOND = 0.1;
/** The page went on all the same. */
const WORKED = 0.3;
/** A request may fail without a visitor's noticing; a message may be advice. */
const REQUEST_STRENGTH = 0.7;
const MESSAGE_STRENGTH = 0.7;
/** A switch that went back says that it was not saved; it may also be a rule of the form. */
const UNDONE_STRENGTH = 0.6;
/** A request begins this soon after the press it belongs to. */
const REQUEST_MS = 1000;
/** No other origin answers so quickly: it was refused, cut off or blocked on the way out. Slower ones without a status may have been answered in private. */
const UNSENT_MS = 20;

type Kind = Failure['kind'] | 'undone';

interface Told {
  readonly kind: Kind;
  readonly sign: string;
  readonly strength: number;
  readonly amend: Amend;
}

/**
 * Sees a press that made the page fail: a script error, a rejection, a failed request or an error message instead of an
 * answer, a switch that snaps back. Requests are judged when it is settled that nothing else answered. Forgives failures that
 * also come without a press, requests that fail beside an answer, messages that are not dressed as errors, and forms that say
 * what is wrong with what was entered. Takes its press from dead-click.
 */
export function errorClick(): Detector {
  return {
    name: 'error-click',
    family: 'pointer',
    start(watch, emit) {
      const said = new WeakMap<Press, Told>();
      const waiting = new WeakMap<Press, Failure>();
      const unsent = new WeakMap<Press, Failure>();
      let last: Told | undefined;

      watch.onFailure(take);

      watch.onRequest(({ name, initiatorType, responseStatus, startTime, duration }) => {
        if (responseStatus !== 0 || duration > UNSENT_MS || !/^(fetch|xmlhttprequest)$/.test(initiatorType)) return;
        const press = watch.cause(startTime, REQUEST_MS);
        // visitors block what counts them: only a press without any answer may have needed it
        if (press) unsent.set(press, { at: watch.now(), kind: 'network', sign: `network ${hash(name.split('?')[0] ?? '')}`, press });
      });

      watch.onPress((press) => {
        watch.onSettled(press, ({ alive, productive, unknown }) => {
          const failure = waiting.get(press) ?? (alive ? undefined : unsent.get(press));
          if (failure) take(failure);
          const before = said.get(press);
          if (!before && press.control === 'stateful' && alive && !productive && !unknown) return tell(press, 'undone', '', UNDONE_STRENGTH);
          if (productive && before?.kind === 'message') before.amend({ strength: 0 });
          if (!alive && !unknown) before?.amend({ evidence: { dead: true } });
        });
      });

      function take(failure: Failure): void {
        const { press, kind, sign } = failure;
        // it comes by itself: then the press did not bring it about
        if (!press) return last?.sign === sign ? last.amend({ strength: 0 }) : undefined;
        const { productive, unknown, settled } = watch.response(press);
        const isRequest = /http|network/.test(kind);
        if (isRequest && !settled) return void waiting.set(press, failure);
        if (!isRequest || !unknown) tell(press, kind, sign, strengthOf(failure, press, productive));
      }

      function tell(press: Press, kind: Kind, sign: string, strength: number): void {
        const { target, at, control } = press;
        const before = said.get(press);
        if (!/effectful|stateful|opaque/.test(control) || strength <= (before?.strength ?? 0) || watch.ignored(target, 'error-click')) return;
        const evidence = { kind, errors: Math.max(1, watch.response(press).errors), input: press.kind };
        if (before) before.amend({ strength, evidence });
        else if (watch.claimed(press)) return;
        watch.claim([press]);
        const amend = before?.amend ?? emit({ name: 'error-click', at, strength, target, evidence });
        last = { kind, sign, strength, amend };
        said.set(press, last);
      }
    },
  };
}

function strengthOf({ kind, at, status = 0, target }: Failure, press: Press, isProductive: boolean): number {
  if (kind === 'js' || kind === 'promise') return SCRIPT_STRENGTH - (PER_SECOND * (at - press.at)) / 1000 - (isProductive ? WORKED : 0);
  const form = press.target.closest('form');
  if (isProductive || kind === 'invalid') return 0;
  if (kind !== 'message') return form && status >= 400 && status < 500 ? 0 : REQUEST_STRENGTH;
  return !target || form?.contains(target) || target.matches('[aria-invalid=true]') ? 0 : MESSAGE_STRENGTH;
}
