import type { Help } from '../parts';
import { format } from '../words/format';
import type { Action } from './actions';
import { pick } from './pick';

/** One step as it is drawn. */
export interface Step {
  readonly title: string;
  readonly body: string;
  /** Which of them it is. */
  readonly progress: string;
  /** The ways on and back, before what every step offers. */
  readonly main: readonly Action[];
}

/** The steps of a nudge, of which one stands on the page. */
export interface Steps {
  /** The element of the step; undefined where it is not on the page now. */
  anchor(): Element | undefined;
  now(offered: readonly Action[]): Step;
}

/** Leads through the steps of a nudge, each at the visitor's press; undefined where it has none. */
export function createSteps({ text: { steps }, words, locale, anchor, find }: Help, onMove: () => void, onDone: () => void): Steps | undefined {
  let at = 0;

  function to(step: number): void {
    at = step;
    onMove();
  }

  /** The way on comes first in each step, so that who presses it again and again stays on it. */
  function ways(): readonly Action[] {
    const on = at < steps.length - 1 ? { label: words.steps.next, press: () => to(at + 1) } : { label: words.steps.done, press: onDone };
    const back = at > 0 ? [{ label: words.steps.previous, primary: false, press: () => to(at - 1) }] : [];
    return [{ ...on, primary: true }, ...back];
  }

  return steps[0] && {
    anchor() {
      const name = steps[at]?.at;
      return name === undefined ? anchor() : find(name);
    },
    now: (offered) => ({
      title: pick(steps[at]?.title, locale),
      body: pick(steps[at]?.body, locale),
      progress: format(words.steps.at, { n: at + 1, of: steps.length }),
      main: [...ways(), ...offered.map((action) => ({ ...action, primary: false }))],
    }),
  };
}
