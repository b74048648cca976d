import type { CardContext, Help } from '../parts';
import { format } from '../words/format';
import type { Action } from './actions';
import { Choice } from './Choice';
import type { StepFace } from './HelpBody';
import { pick } from './pick';

/** The steps of a nudge, of which one stands on the page. */
export interface Steps {
  /** The element of the step; undefined where it is not on the page now. */
  anchor(): Element | undefined;
  draw(): StepFace;
}

export interface StepsOptions extends Pick<CardContext, 'attempt'> {
  /** The visitor went on, or back, to another step, which says this. */
  readonly onMove: (said: string) => void;
  /** The visitor is through. */
  readonly onDone: () => void;
}

/** Leads through the steps of a nudge, each at the visitor's press; undefined where it has none. */
export function createSteps({ text: { steps }, words, locale, anchor, find }: Help, { onMove, onDone, attempt }: StepsOptions): Steps | undefined {
  let at = 0;

  function go(to: number): void {
    at = to;
    const { title, body } = said();
    onMove(`${progress()}: ${title}. ${body}`);
  }

  const said = (): Pick<StepFace, 'title' | 'body'> => ({ title: pick(steps[at]?.title, locale), body: pick(steps[at]?.body, locale) });
  const isLast = (): boolean => at === steps.length - 1;
  const progress = (): string => format(words.steps.at, { n: at + 1, of: steps.length }, words.lang);

  /** The way on comes first in each step, so that who presses it again and again stays on it. */
  function turns(): readonly Action[] {
    const on = isLast() ? { label: words.steps.done, press: onDone } : { label: words.steps.next, press: () => go(at + 1) };
    const back = { label: words.steps.previous, primary: false, press: () => go(at - 1) };
    return [{ ...on, primary: true }, ...(at ? [back] : [])];
  }

  return steps[0] && {
    anchor() {
      const name = steps[at]?.at;
      return name === undefined ? anchor() : find(name);
    },
    draw: () => ({ ...said(), at: progress(), isLast: isLast(), turns: <div class="main">{turns().map((action) => <Choice action={action} attempt={attempt} />)}</div> }),
  };
}
