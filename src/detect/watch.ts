import type { AppSignal, Failure, Page, Press, Records, Step, Watch, Workflow } from '../types';
import { createAnswers } from './answer';
import { watchEffects } from './effects';
import { watchFailures } from './failure';
import { isIgnored } from './ignore';
import { createPresses } from './press';
import { watchRequests } from './requests';
import { followSteps } from './steps';

/** What the watch must be told about where the visitor is and what furrow itself does. */
export interface Surroundings {
  /** Whether the visitor stands in a page, given by its name or by a pattern. */
  isAt(page: string): boolean;
  /** Whether a request goes to furrow's own address: its failures are not the page's, and no visitor sees them. */
  isOwn(url: string): boolean;
}

/** All that the detectors of one visit see. */
export interface Watching extends Watch {
  /** The host told an event. */
  told(event: AppSignal): void;
}

/**
 * Makes the one Watch of a visit: the page, what was pressed in it, whether it answered, and what failed.
 * Progress in workflows outlives a page load where there are records for it.
 */
export function createWatch(page: Page, { isAt, isOwn }: Surroundings, workflows: readonly Workflow[], records?: Pick<Records, 'read' | 'write'>): Watching {
  const presses: ((press: Press) => void)[] = [];
  const failures: ((failure: Failure) => void)[] = [];
  const steps: ((step: Step) => void)[] = [];
  const claimed = new WeakSet<Press>();
  const answers = createAnswers(page);

  createPresses(page, {
    ...answers,
    press(press, down) {
      answers.press(press, down);
      tell(presses, press);
    },
  });
  watchEffects(page, answers.effect);
  const failed = watchFailures(page, answers, (failure) => tell(failures, failure));
  watchRequests(page, (request) => {
    if (isOwn(request.name)) return;
    answers.requested(request);
    failed(request);
  });
  const told = followSteps(page, { workflows, records, isAt, tell: (step) => tell(steps, step) });

  function tell<T>(listeners: readonly ((value: T) => void)[], value: T): void {
    for (const listener of listeners) page.attempt(() => listener(value));
  }

  return {
    ...page,
    onPress: (listener) => void presses.push(listener),
    response: answers.response,
    onSettled: answers.onSettled,
    onLate: answers.onLate,
    onFailure: (listener) => void failures.push(listener),
    ignored: isIgnored,
    claim: (those) => { for (const press of those) claimed.add(press); },
    claimed: (press) => claimed.has(press),
    workflows,
    onStep: (listener) => void steps.push(listener),
    told,
  };
}
