import type { Page, Press, Response } from '../types';
import { createAmbient, isMarkedAmbient, isNear } from './ambient';
import { ALERT, elementOf } from './changes';
import type { Down } from './press';
import { createFingerprint } from './quiet';
import type { Effect, Trial } from './trial';
import { AT_ONCE_MS, createTrial, isActive } from './trial';

export interface Answers {
  /** Something goes down: from now on whatever the page does may be its answer. */
  down(down: Down): void;
  /** It became a press, and the page's own handlers run next. */
  up(down: Down): void;
  /** It is known what was pressed. */
  press(press: Press, down: Down): void;
  /** Keys went into a field: what the page does at once is not for the presses before. */
  typed(): void;
  /** The page did something a person can perceive. */
  effect(effect: Effect, at?: Element): void;
  /** A request has ended; one for a sound or a film is an answer. */
  requested(request: PerformanceResourceTiming): void;
  response(press: Press): Response;
  onSettled(press: Press, listener: (response: Response) => void): void;
  onLate(press: Press, listener: (response: Response) => void): void;
  /** What caused a failure at this time, if anything did within the time before. */
  cause(at: number, withinMs: number): Trial | undefined;
  /** An error message came up, or was said again. */
  onMessage(listener: (region: Element, trial: Trial) => void): void;
}

/** Past this a visitor no longer takes what happens for an answer (Nielsen: 1 s breaks the thought; other SDKs wait 0.5 to 3 s). */
export const SETTLE_MS = 2000;
/** An answer this late still makes a hiccup of the trouble. */
const LATE_MS = 10_000;
/** The page's habits are learned at first, and in each new view, for this long: clocks that tick by the second show. */
const LEARN_MS = 3500;
/** What may have come by itself is watched for this much longer: it would come again. */
const CONFIRM_MS = 1500;
/** A task this late means that the page stood still: a dialog, or work. */
const STUCK_MS = 400;
/** A sound or a film that a press asks for is asked for this soon. */
const MEDIA_MS = 300;
/** Presses remembered at once. */
const MOST_TRIALS = 64;
/** A page that changes this much at once answers, whatever it says. */
const MOST_RECORDS = 1000;

/** What is put before a visitor wherever it stands. */
const COMES_UP = 'dialog,[role=dialog],[role=alertdialog],[role=alert],[role=status],[aria-live],[popover]';

const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true, characterDataOldValue: true };

/**
 * Decides whether the page answered a press: gives each thing that happens to the press that caused it, by time, place and
 * what would have happened anyway. One observer, connected only while somebody waits.
 */
export function createAnswers(page: Page): Answers {
  const { document, MutationObserver } = page.window;
  const ambient = createAmbient();
  const fingerprint = createFingerprint(page);
  const observer = new MutationObserver((records) => page.attempt(() => changed(records)));
  const byDown = new WeakMap<Down, Trial>();
  const byPress = new WeakMap<Press, Trial>();
  /** Controls that gave a sound once: the next time it comes out of the cache, and nobody is told. */
  const sounding = new WeakSet<Element>();
  const tellMessage: ((region: Element, trial: Trial) => void)[] = [];
  let trials: Trial[] = [];
  let typedAt = -Infinity;
  let connected = false;
  let until = 0;
  let quietFrom = 0;

  /** Whoever caused what happens now. */
  function causes(now: number): readonly Trial[] {
    const newest = trials.at(-1);
    if (!newest || (typedAt > newest.input && now - typedAt < AT_ONCE_MS)) return [];
    if (now - newest.input < AT_ONCE_MS) return [newest];
    const free = newest.firstAt !== undefined || !newest.expects();
    return trials.filter((trial) => (
      now - trial.input < (trial.late.length ? LATE_MS : SETTLE_MS)
      && (trial === newest || trial.down.target === newest.down.target || (free && now - trial.input < SETTLE_MS))
    ));
  }

  function changed(records: readonly MutationRecord[]): void {
    const now = page.now();
    const quiet = isQuiet(now);
    const caused = causes(now);
    const owner = caused.find(({ firstAt }) => firstAt === undefined) ?? caused.at(-1);
    if (records.length > MOST_RECORDS) return effect('gave');
    for (const record of records) {
      ambient.note(record.target, now, quiet);
      if (owner && mayAnswer(record, owner, now) && !ambient.isHabit(record.target, owner.down.target, now - owner.input)) take(record, owner, now);
    }
    for (const trial of caused) if (owner && trial !== owner) trial.shared.add(owner.changes);
    late(caused);
  }

  /** Past the verdict only what changes beside the control, or comes up to be read, can still be its answer. */
  function mayAnswer({ target, addedNodes }: MutationRecord, { input, down }: Trial, now: number): boolean {
    if (isMarkedAmbient(target)) return false;
    if (now - input < SETTLE_MS) return true;
    const comesUp = [target, ...addedNodes].some((node) => elementOf(node)?.closest(COMES_UP));
    return comesUp || (isNear(target, down.target) && !/^(html|body|main)$/i.test(target.nodeName));
  }

  function take(record: MutationRecord, trial: Trial, now: number): void {
    trial.changes.add(record, now);
    trial.firstAt ??= now;
    const region = errorIn(record);
    if (!region) return;
    trial.take('alive');
    for (const tell of tellMessage) tell(region, trial);
  }

  function effect(kind: Effect, at?: Element): void {
    const caused = causes(page.now());
    for (const trial of caused) trial.take(kind, at);
    late(caused);
  }

  function late(caused: readonly Trial[]): void {
    for (const trial of caused) {
      if (trial.late.length) page.soon(() => {
        const response = trial.response();
        if (response.alive) for (const tell of trial.late.splice(0)) page.attempt(() => tell(response));
      });
    }
  }

  function cause(at: number, withinMs: number): Trial | undefined {
    return trials.findLast(({ input }) => at - input > -AT_ONCE_MS && at - input < withinMs);
  }

  function isQuiet(now: number): boolean {
    return now - (trials.at(-1)?.input ?? -Infinity) > LATE_MS;
  }

  function watch(ms: number, roots: readonly Node[]): void {
    for (const root of roots) observer.observe(root, WATCHED);
    until = Math.max(until, page.now() + ms);
    if (connected) return;
    quietFrom = page.now();
    rest();
  }

  /** Where the answer to a press may be. Named anew each time: the watching may have ended a moment ago. */
  function around(down: Down): readonly Node[] {
    return [document, ...page.roots(), ...down.roots];
  }

  /** Looks again when nobody may be waiting any more, and disconnects. */
  function rest(): void {
    const now = page.now();
    connected = now < until;
    if (connected) return void page.after(until - now, rest);
    observer.disconnect();
    if (isQuiet(now)) ambient.watched(now - quietFrom);
    trials = trials.filter(({ input }) => now - input < LATE_MS);
  }

  /** Where a part of the page could not be watched yet, its answer may have been there. */
  function isOverlooked(): boolean {
    return page.roots().length < page.roots(true).length;
  }

  function settle(trial: Trial): void {
    if (!trial.response().alive && isOverlooked()) trial.unknown = true;
    const response = trial.response();
    if (!trial.isConfirming && response.alive && trial.isDoubtful()) {
      trial.isConfirming = true;
      watch(CONFIRM_MS, around(trial.down));
      return void page.after(CONFIRM_MS, () => settle(trial));
    }
    if (!response.alive) watch(LATE_MS - SETTLE_MS, around(trial.down));
    trial.isSettled = true;
    for (const tell of trial.settled.splice(0)) page.attempt(() => tell({ ...response, settled: true }));
    if (response.alive) trial.late.length = 0;
  }

  /** A new view: its habits are learned, and by then its web components stand. */
  function learn(): void {
    watch(LEARN_MS, [document]);
    page.after(LEARN_MS, () => void page.roots(true));
  }

  page.end.addEventListener('abort', () => observer.disconnect());
  learn();
  page.onRoute(learn);

  return {
    down(down) {
      const now = page.now();
      if (connected && isQuiet(now)) ambient.watched(now - quietFrom);
      trials.at(-1)?.freeze();
      const trial = createTrial(page, down, ambient, fingerprint);
      if (sounding.has(down.target)) trial.take('unknown');
      byDown.set(down, trial);
      trials = [...trials, trial].slice(-MOST_TRIALS);
      watch(SETTLE_MS, around(down));
    },
    up(down) {
      const trial = byDown.get(down);
      if (!trial) return;
      const now = page.now();
      trial.input = now;
      trial.wasActive = isActive(down.target);
      page.after(0, () => { if (page.now() - now > STUCK_MS) trial.unknown = true; });
      page.soon(() => trial.look());
    },
    press(press, down) {
      const trial = byDown.get(down);
      if (!trial) return;
      trial.press = press;
      byPress.set(press, trial);
      const rest = trial.input + SETTLE_MS - page.now();
      watch(rest, []);
      page.after(rest, () => settle(trial));
    },
    typed() {
      trials.at(-1)?.freeze();
      typedAt = page.now();
    },
    effect,
    response: (press) => byPress.get(press)?.response() ?? NOTHING,
    onSettled: (press, listener) => void byPress.get(press)?.settled.push(listener),
    onLate: (press, listener) => void byPress.get(press)?.late.push(listener),
    cause,
    requested({ initiatorType, startTime }) {
      const trial = /^(audio|video)$/.test(initiatorType) ? cause(startTime, MEDIA_MS) : undefined;
      if (!trial) return;
      sounding.add(trial.down.target);
      trial.take('gave');
    },
    onMessage: (listener) => void tellMessage.push(listener),
  };
}

const NOTHING: Response = { alive: false, productive: false, pending: false, errors: 0, afterMs: undefined, unknown: true, settled: false };

/** The region in which a change says that something went wrong: an alert with words in it, or a field marked as wrong. */
function errorIn({ target, attributeName }: MutationRecord): Element | undefined {
  const element = isElement(target) ? target : target.parentElement;
  if (attributeName === 'aria-invalid') return element?.getAttribute(attributeName) === 'true' ? element : undefined;
  const region = attributeName ? undefined : element?.closest(ALERT);
  return region?.textContent?.trim() ? region : undefined;
}

function isElement(node: Node): node is Element {
  return 'closest' in node;
}
