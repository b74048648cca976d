import type { Surroundings } from '../parts';
import type { AppSignal, Attempt, Failure, Page, Press, Step, Swipe, Watch, Workflow } from '../types';
import { watchActivity } from './activity';
import { createAnswers } from './answer';
import { watchAttempts } from './attempts';
import { createBaselines } from './baseline';
import { watchEffects } from './effects';
import { watchFailures } from './failure';
import { isIgnored } from './ignore';
import { watchMoves } from './moves';
import { createPresses } from './press';
import { watchRequests } from './requests';
import { watchScrolls } from './scrolls';
import { followSteps } from './steps';
import { watchViews } from './views';

/** All that the detectors of one visit see. */
export interface Watching extends Watch {
  /** The host told an event. */
  told(event: AppSignal): void;
}

/** Makes the one Watch of a visit: the page, what was pressed in it, whether it answered, what failed, and what is usual. */
export function createWatch(page: Page, { isAt, isOwn, names, route, steps: standing, tab, device }: Omit<Surroundings, 'place' | 'pages'>, workflows: readonly Workflow[]): Watching {
  const presses: ((press: Press) => void)[] = [];
  const attempts: ((attempt: Attempt) => void)[] = [];
  const swipes: ((swipe: Swipe) => void)[] = [];
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
    swipe(swipe, down) {
      answers.press(swipe, down);
      tell(swipes, swipe);
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

  const watch: Watching = {
    ...page,
    onPress: (listener) => void presses.push(listener),
    onSwipe: (listener) => void swipes.push(listener),
    response: answers.response,
    onSettled: answers.onSettled,
    onLate: answers.onLate,
    onFailure: (listener) => void failures.push(listener),
    onAttempt: (listener) => void attempts.push(listener),
    ignored: isIgnored,
    claim: (those) => { for (const press of those) claimed.add(press); },
    claimed: (press) => claimed.has(press),
    cause: (at, withinMs) => answers.cause(at, withinMs)?.press,
    onMove,
    onScroll: watchScrolls(page),
    onView: watchViews(page, tab),
    onRequest: (listener) => void requests.push(listener),
    activeMs: watchActivity(page, onMove),
    baseline: createBaselines(page, device),
    tab,
    names,
    route,
    steps: standing,
    workflows,
    onStep: (listener) => void steps.push(listener),
    told,
  };
  watchAttempts(watch, (attempt) => tell(attempts, attempt));
  return watch;
}
