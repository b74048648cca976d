import type { AppSignal, BuiltInSignal, Limits, PolicyRow, Quiet, Rule, SignalName, SignalTerm } from '../types';

/**
 * The score from which help is offered. With the points below, one clear rage-click or error-loop (strength ≥ .7) reaches it,
 * and so do two dead clicks, or a dead click with a hesitation; one dead click or any number of hesitations does not.
 */
export const BAR_POINTS = 60;

/** Trouble of a minute and a half ago counts half: about as long as a visitor keeps trying the same thing. */
export const HALF_LIFE_MS = 90_000;

/**
 * What one sighting of strength 1 adds. Above each: the strengths that its detector gives, and what follows from them.
 */
const POINTS: Readonly<Record<BuiltInSignal, number>> = {
  // .70 → 63, enough alone; an uncertain .60 → 54, not enough
  'rage-click': 90,
  // once on a real button (.75, .80) → 58 at most; twice on the same (.85) → 61; two on box-like things (.55) → 73 after 20 s
  'dead-click': 72,
  'slow-response': 30,
  'dead-swipe': 30,
  // once without a reason to be read (.65) → 47; three times (.85) → 61
  'blocked-action': 72,
  // the surest (.95) → 57, not enough alone; a second one is
  'error-click': 60,
  // a loop that the visitor is in (.80) → 72, enough; a storm that nobody pressed for (.60) → 54, not enough
  'error-loop': 90,
  'thrashed-cursor': 30,
  'key-mash': 30,
  'zoom-struggle': 30,
  'copy-struggle': 45,
  // the longest (.90) → 40; with the weakest dead click on a box (.55) → 62
  'field-hesitation': 45,
  'cta-hesitation': 30,
  'field-churn': 45,
  'validation-storm': 60,
  // twice (.60) → 54, not enough; three times (.80) → 72, enough
  'repeated-failure': 90,
  'form-abandon': 60,
  // left early or late (.50 to .80) → 56 at most; after trouble on the last step (.90) → 63
  'workflow-abandon': 70,
  // five times the usual (.80) → 56; with anything else, enough
  'task-overrun': 70,
  'tab-away': 20,
  'quick-back': 30,
  'page-loop': 30,
  'undo-burst': 20,
  'refresh-loop': 45,
  'scroll-thrash': 20,
  'scroll-hunt': 30,
  'help-seek': 30,
  // by itself it never speaks
  'exit-intent': 15,
  'slow-page': 30,
  'long-wait': 45,
  'net-failure': 30,
  'broken-resource': 20,
  'media-stall': 20,
  'offline-action': 30,
  'permission-denied': 20,
};

/** The host knows that something is wrong, not how wrong: told once 40, told twice in a minute and a half 60 and more. */
const APP_POINTS = 40;

/** What the words for confidence mean; where they come from stands in `docs/rules.md`. */
export const CUT_OFFS = { low: 0.3, medium: 0.6, high: 0.75 };

export const MAX_POINTS = 100;

export const BUILT_IN_SIGNALS = Object.keys(POINTS).filter(isBuiltIn);

/** On without being asked for: a visitor who is offered help too often is no longer offered any by the next team. */
export const DEFAULT_LIMITS: Limits = {
  perPage: 1,
  perSession: 2,
  perDay: 3,
  perWeek: Infinity,
  ever: Infinity,
  gapMs: 300_000,
  // 30 days
  afterDismissMs: 2_592_000_000,
  stopAfterDismissals: 2,
  // 30 days
  afterHelpedMs: 2_592_000_000,
};

/** No quiet times; the zone is the visitor's own. */
export const DEFAULT_QUIET: Quiet = { hours: [], timeZone: undefined, holidays: [], except: [], firstMs: 0 };

/** One clear trouble, or two signs of it; a second of rest is where a thought ends, and after half a minute help is about something else. */
export const DEFAULT_HELP: Rule['help'] = { score: BAR_POINTS, confidence: CUT_OFFS.medium, forMs: 0, pauseMs: 1000, waitMs: 30_000 };

type Cells = readonly [PolicyRow['risk'], PolicyRow['impact'], PolicyRow['confidence'], PolicyRow['urgency'], PolicyRow['action'], PolicyRow['channel'], PolicyRow['review']];

const CELLS: readonly Cells[] = [
  // who is not sure waits to be asked
  ['any', 'any', 'low', 'any', 'passive', 'chip', 'no'],
  ['high', 'high', 'high', 'critical', 'person', 'chat-invite', 'yes'],
  ['high', 'high', 'high', 'any', 'offer', 'chat-invite', 'yes'],
  ['high', 'high', 'any', 'any', 'offer', 'chat-invite', 'optional'],
  ['high', 'medium', 'any', 'any', 'offer', 'chat-invite', 'optional'],
  // where failing costs the visitor little, a card in the corner costs them more
  ['high', 'low', 'any', 'any', 'hint', 'tooltip', 'no'],
  ['medium', 'high', 'any', 'any', 'offer', 'chat-invite', 'optional'],
  ['medium', 'medium', 'any', 'any', 'offer', 'chat-invite', 'no'],
  ['medium', 'low', 'any', 'any', 'hint', 'tooltip', 'no'],
  ['any', 'any', 'any', 'any', 'watch', 'none', 'no'],
];

/** How far help comes forward, where the file does not say. With it a rule that says nothing of impact shows its nudge as written. */
export const DEFAULT_POLICY: readonly PolicyRow[] = /* @__PURE__ */ CELLS.map(([risk, impact, confidence, urgency, action, channel, review]) =>
  ({ risk, impact, confidence, urgency, action, channel, review }));

/** A term with everything that its rule left open. */
export function termOf(signal: SignalName, points = isApp(signal) ? APP_POINTS : POINTS[signal], fadesMs = HALF_LIFE_MS): SignalTerm {
  // who takes time everywhere reads slowly or types with difficulty; that is no trouble of the page, so pauses never add up
  const max = /hesitation$/.test(signal) ? Math.max(1, points) : MAX_POINTS;
  return { signal, on: undefined, atLeast: 1, withinMs: fadesMs, longerThanMs: 0, points, fadesMs, max };
}

/** What counts where a rule names no signals: every built-in one. */
export function defaultTerms(): readonly SignalTerm[] {
  return BUILT_IN_SIGNALS.map((signal) => termOf(signal));
}

function isBuiltIn(signal: string): signal is BuiltInSignal {
  return signal in POINTS;
}

export function isApp(signal: string): signal is AppSignal {
  return signal.startsWith('app:');
}
