import type { Amend, Attempt, Detector, Failure, Move, Press, Response, Scroll, Sighting, Step, Swipe, View, Watch, Workflow } from '../../src/types';
import { createBaselines } from '../../src/watch/baseline';
import { createFakePage } from '../support/fakePage';
import { createFakeRecords } from '../support/fakeRecords';

/** What nothing answered. */
export const SILENCE: Response = { alive: false, productive: false, pending: false, errors: 0, afterMs: undefined, unknown: false, settled: false };
export const ANSWER: Response = { ...SILENCE, alive: true, productive: true, afterMs: 20 };

/** A detector in a page where the test says what is pressed and what is answered. */
export function watchWith(detector: Detector, { workflows = [], route = 'other' }: { workflows?: readonly Workflow[]; route?: string } = {}) {
  const tab = createFakeRecords();
  const page = createFakePage({ window: globalThis.window ?? ({ document: {} } as never) });
  const responses = new Map<Press, Response>();
  const heard = { press: [] as ((press: Press) => void)[], swipe: [] as ((swipe: Swipe) => void)[], failure: [] as ((failure: Failure) => void)[], attempt: [] as ((attempt: Attempt) => void)[], step: [] as ((step: Step) => void)[], move: [] as ((move: Move) => void)[], request: [] as ((request: PerformanceResourceTiming) => void)[], scroll: [] as ((scroll: Scroll) => void)[], view: [] as ((views: readonly View[]) => void)[] };
  const standing = new Set<string>();
  const names = new Map<Element, readonly string[]>();
  let activeMs = 0;
  let caused: Press | undefined;
  const settled = new Map<Press, ((response: Response) => void)[]>();
  const late = new Map<Press, ((response: Response) => void)[]>();
  const claimed = new Set<Press>();
  const ignored = new Set<Element>();
  const told: (Sighting & { amended: number })[] = [];
  let count = 0;

  const watch: Watch = {
    ...page,
    onPress: (listener) => void heard.press.push(listener),
    onSwipe: (listener) => void heard.swipe.push(listener),
    response: (press) => responses.get(press) ?? SILENCE,
    onSettled: (press, listener) => void settled.set(press, [...(settled.get(press) ?? []), listener]),
    onLate: (press, listener) => void late.set(press, [...(late.get(press) ?? []), listener]),
    onFailure: (listener) => void heard.failure.push(listener),
    onAttempt: (listener) => void heard.attempt.push(listener),
    ignored: (target) => ignored.has(target),
    claim: (presses) => presses.forEach((press) => claimed.add(press)),
    claimed: (press) => claimed.has(press),
    cause: (at, withinMs) => (caused && at - caused.at <= withinMs ? caused : undefined),
    onMove: (listener) => void heard.move.push(listener),
    onScroll: (listener) => void heard.scroll.push(listener),
    onView: (listener) => void heard.view.push(listener),
    onRequest: (listener) => void heard.request.push(listener),
    activeMs: () => activeMs,
    baseline: createBaselines(page, createFakeRecords()),
    tab,
    names: (of) => names.get(of) ?? [],
    route: () => route,
    steps: () => [...standing],
    workflows,
    onStep: (listener) => void heard.step.push(listener),
  };
  const emit = (sighting: Sighting): Amend => {
    const i = told.push({ ...sighting, amended: 0 }) - 1;
    return ({ strength, evidence }) => {
      const before = told[i]!;
      const now = strength ?? before.strength;
      const known = Object.fromEntries(Object.entries(before.evidence ?? {}).filter(([key]) => key !== 'hiccup'));
      told[i] = { ...before, strength: now, evidence: { ...known, ...evidence, ...(!now && { hiccup: true }) }, amended: before.amended + 1 };
    };
  };
  detector.start(watch, emit);

  function press(change: Partial<Press> = {}, response: Partial<Response> = {}): Press {
    const made: Press = { id: ++count, at: page.now(), kind: 'mouse', target: change.target ?? ({ closest: () => null, isConnected: true, localName: 'button' } as unknown as Element), control: 'effectful', looks: 'native', x: 10, y: 10, excused: false, ...change };
    responses.set(made, { ...SILENCE, ...response });
    caused = made;
    for (const listener of heard.press) page.attempt(() => listener(made));
    return made;
  }

  function swipe(change: Partial<Swipe> = {}, response: Partial<Response> = {}): Swipe {
    const made: Swipe = { id: ++count, at: page.now(), kind: 'touch', target: element(), control: 'decor', looks: 'cursor', x: 10, y: 10, excused: false, dx: -120, dy: 4, ...change };
    responses.set(made, { ...SILENCE, ...response });
    for (const listener of heard.swipe) page.attempt(() => listener(made));
    return made;
  }

  return {
    page, told, press, swipe, ignored, watch, tab, claimed, standing, names,
    /** The visitor is at it for so long. */
    active: (ms: number) => { activeMs += ms; page.advance(ms); },
    move: (move: Partial<Move> = {}) => { for (const listener of heard.move) page.attempt(() => listener({ at: page.now(), x: 0, y: 0, target: undefined, pressed: false, ...move })); },
    scroll: (scroll: Partial<Scroll> = {}) => { for (const listener of heard.scroll) page.attempt(() => listener({ at: page.now(), target: element(), byHand: true, turned: false, legPx: 0, rangePx: 5000, screenPx: 800, ...scroll })); },
    /** The visitor has come through these views; what is left out is a plain page that a press led to. */
    views: (...views: readonly Partial<View>[]) => { for (const listener of heard.view) page.attempt(() => listener(views.map((view) => ({ of: 1, at: 0, pressed: true, back: false, reload: false, presses: 0, scrolled: false, ...view })))); },
    request: (request: object = {}) => { for (const listener of heard.request) page.attempt(() => listener({ name: 'https://shop.test/api', initiatorType: 'fetch', startTime: page.now(), duration: 0, responseStatus: 200, ...request } as PerformanceResourceTiming)); },
    settle(made: Press, response: Partial<Response> = {}) {
      const final = { ...SILENCE, ...responses.get(made), ...response, settled: true };
      responses.set(made, final);
      for (const listener of settled.get(made) ?? []) page.attempt(() => listener(final));
    },
    answerLate: (made: Press, response: Partial<Response> = {}) => late.get(made)?.forEach((tell) => tell({ ...ANSWER, settled: true, ...response })),
    fail: (failure: Partial<Failure> = {}) => { for (const listener of heard.failure) listener({ at: page.now(), kind: 'http', sign: 'http 1', ...failure }); },
    attempt: (form: Element, state: Attempt['state'], more: Partial<Attempt> = {}) => { for (const listener of heard.attempt) page.attempt(() => listener({ at: page.now(), form, kind: 'submit', state, wrong: [], ...more })); },
    step: (step: Partial<Step> = {}) => { for (const listener of heard.step) listener({ workflow: 'order', step: 'pay', index: 1, state: 'in', ms: 5000, ...step }); },
  };
}

export const element = (more: object = {}): Element => ({ closest: () => null, isConnected: true, localName: 'button', ...more }) as unknown as Element;
