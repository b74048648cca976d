import type { AppSignal, Failure, Page, Press, Records, Step, Watch, Workflow } from '../types';
import { watchActivity } from './activity';
import { createAnswers } from './answer';
import { createBaselines } from './baseline';
import { watchEffects } from './effects';
import { watchFailures } from './failure';
import { isIgnored } from './ignore';
import { watchMoves } from './moves';
import { createPresses } from './press';
import { watchRequests } from './requests';
import { followSteps } from './steps';

/** What the watch must be told: where the visitor is, what furrow itself does, and where to keep what must outlive the page. */
export interface Surroundings {
  route(): string;
  steps(): readonly string[];
  /** Whether the visitor stands in a page, given by its name or by a pattern. */
  isAt(page: string): boolean;
  /** Whether a request goes to furrow's own address: its failures are not the page's, and no visitor sees them. */
  isOwn(url: string): boolean;
  /** Ends with the tab. */
  readonly tab: Pick<Records, 'read' | 'write'>;
  /** Stays on the device until the visitor withdraws. */
  readonly device: Pick<Records, 'read' | 'write'>;
}

/** All that the detectors of one visit see. */
export interface Watching extends Watch {
  /** The host told an event. */
  told(event: AppSignal): void;
}

/** Makes the one Watch of a visit: the page, what was pressed in it, whether it answered, what failed, and what is usual. */
export function createWatch(page: Page, { isAt, isOwn, route, steps: standing, tab, device }: Surroundings, workflows: readonly Workflow[]): Watching {
  const presses: ((press: Press) => void)[] = [];
  const failures: ((failure: Failure) => void)[] = [];
  const requests: ((request: PerformanceResourceTiming) => void)[] = [];
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
    tell(requests, request);
  });
  const onMove = watchMoves(page);
  const told = followSteps(page, { workflows, records: tab, isAt, tell: (step) => tell(steps, step) });

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
    cause: (at, withinMs) => answers.cause(at, withinMs)?.press,
    onMove,
    onRequest: (listener) => void requests.push(listener),
    activeMs: watchActivity(page, onMove),
    baseline: createBaselines(page, device),
    tab,
    route,
    steps: standing,
    workflows,
    onStep: (listener) => void steps.push(listener),
    told,
  };
}
