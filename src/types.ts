/**
 * The nouns of furrow, in the order in which they come to be:
 * Receipt, Signal, Score, Decision, Nudge, Outcome, Fact, Batch. This file imports nothing but the rules file as people write it.
 *
 * Times named `at` are milliseconds since the page's time origin (`performance.now()`), except in a Receipt and a Fact,
 * which outlive the page. Names that end in `Ms` are durations in milliseconds.
 */
import type { RulesFile } from './rulesFile';

// ---------------------------------------------------------------- Receipt: what the visitor said

/** What furrow may do. The list is closed: a host may leave one out and can never add one. */
export type Purpose = 'notice' | 'help' | 'share-with-support' | 'improve';

/** What can be noticed at all, in four families: a visitor may leave one out. */
export type SignalFamily = 'pointer' | 'forms' | 'paths' | 'page';

/**
 * `partly`: some purposes, or some families of signals · `dismissed` closed the question without an answer and counts as no
 * · `signal` is a no that the browser said (GPC, DNT).
 */
export type Answer = 'granted' | 'partly' | 'refused' | 'dismissed' | 'withdrawn' | 'signal';

/** Where an answer was given: `cmp:klaro` is the page's consent manager of that name. */
export type ConsentSurface = 'prompt' | 'preferences' | 'nudge' | 'api' | 'signal' | `cmp:${string}`;

/** The record of one answer. It names nobody: `id` is random and belongs to the receipt alone. */
export interface Receipt {
  readonly v: 1;
  readonly id: string;
  readonly decision: Answer;
  readonly purposes: readonly Purpose[];
  /** The families of signals that may be noticed; left out: all of them. */
  readonly families?: readonly SignalFamily[];
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601; after this the question may be put again. */
  readonly expires: string;
  /** What was agreed to, as a readable line; when it changes, the question is put again. */
  readonly fingerprint: string;
  readonly surface: ConsentSurface;
  /** The version of furrow that asked. */
  readonly sdk: string;
  /** The language of the words that were shown, and their SHA-256 (`sha256-…`, as in `integrity`); absent where furrow showed none. */
  readonly locale?: string;
  readonly textHash?: string;
  /** The id of the receipt that this one replaces. */
  readonly prev?: string;
  /** When the question was closed without an answer, in the last year (ISO 8601): it is put twice a year at most. */
  readonly dismissals?: readonly string[] | undefined;
}

/** How an answer came about, where it was not by the verb alone. `decision` is for `dismissed`. */
export type ConsentDetail = Partial<Pick<Receipt, 'decision' | 'surface' | 'families' | 'locale' | 'textHash' | 'dismissals' | 'expires'>>;

/** Why a `consent` event came. */
export type ConsentCause = 'answered' | 'remembered' | 'other-tab' | 'signal';

export interface ConsentChange {
  readonly receipt: Receipt | undefined;
  readonly granted: boolean;
  readonly because: ConsentCause;
}

// ---------------------------------------------------------------- Signal: what was noticed

/** The built-in signals. Their definitions and sources stand in `docs/signals.md`. */
export type BuiltInSignal =
  // pointer and keyboard
  | 'rage-click' | 'dead-click' | 'slow-response' | 'dead-swipe' | 'blocked-action' | 'error-click' | 'error-loop'
  | 'thrashed-cursor' | 'key-mash' | 'zoom-struggle' | 'copy-struggle'
  // forms and tasks
  | 'field-hesitation' | 'cta-hesitation' | 'field-churn' | 'validation-storm' | 'repeated-failure' | 'form-abandon'
  | 'workflow-abandon' | 'task-overrun' | 'tab-away'
  // ways through the site
  | 'quick-back' | 'page-loop' | 'undo-burst' | 'refresh-loop' | 'scroll-thrash' | 'scroll-hunt' | 'help-seek' | 'exit-intent'
  // the page and its network
  | 'slow-page' | 'long-wait' | 'net-failure' | 'broken-resource' | 'media-stall' | 'offline-action' | 'permission-denied';

/** A signal that only the host can know of: `furrow.signal('app:card-refused')`. */
export type AppSignal = `app:${string}`;

export type SignalName = BuiltInSignal | AppSignal;

/** Numbers, flags and words from closed lists; never text of the page or of the visitor. */
export type Evidence = Readonly<Record<string, number | boolean | string>>;

/**
 * A trouble (or a good sign) seen in the page. It lives in the page and may hold an Element.
 * The same `id` may come again with more evidence or another strength; strength 0 takes the signal back: it was a hiccup.
 */
export interface Signal {
  readonly id: string;
  readonly name: SignalName;
  /** When the trouble began, not when it was told. */
  readonly at: number;
  /** How sure, from 0 to 1. Told from .5; worth help from .7. */
  readonly strength: number;
  readonly target?: Element;
  /** A `data-furrow` name, or a structural path of tags and roles (`main>form>button[2]`). */
  readonly place: string;
  /** Every name that holds here: `data-furrow` names around the target and the rules' element names. */
  readonly names: readonly string[];
  /** The first page pattern of the rules that matches, or `other`. */
  readonly route: string;
  /** Every page pattern and page name of the rules that matches. */
  readonly pages: readonly string[];
  /** `workflow/step` for each workflow step the visitor stands in. */
  readonly steps: readonly string[];
  readonly evidence: Evidence;
  /** True when this tells more about a signal already told. */
  readonly amends: boolean;
}

/** What a detector says; `run` adds where it happened. */
export interface Sighting {
  readonly name: SignalName;
  readonly at: number;
  readonly strength: number;
  readonly target?: Element;
  readonly evidence?: Evidence;
}

/** Tells more about a sighting; `{ strength: 0 }` takes it back. */
export type Amend = (change: { strength?: number; evidence?: Evidence }) => void;

export type Emit = (sighting: Sighting) => Amend;

/** One kind of trouble. It has no `stop`: what it watches ends with the visit. */
export interface Detector {
  readonly name: SignalName;
  /** Visitors say yes or no to families. */
  readonly family: SignalFamily;
  start(watch: Watch, emit: Emit): void;
}

// ---------------------------------------------------------------- the port to the page

/** Ends a subscription or a waiting task. */
export type Off = () => void;

/** The only way to the page. Everything opened here ends with the visit. */
export interface Page {
  readonly window: Window & typeof globalThis;
  /** Ends when the visit ends. */
  readonly end: AbortSignal;
  /** Passive, in the capture phase, also in same-origin frames and open shadow roots that were entered. */
  on<K extends keyof PageEvents>(type: K, listener: (event: PageEvents[K]) => void): void;
  /** The path changed without a page load (Navigation API where present, else seen at the next event). */
  onRoute(listener: (path: string) => void): void;
  /** The page is being left or hidden for good. Synchronous work only. */
  onLeave(listener: () => void): void;
  /** The documents of same-origin frames and the open shadow roots, as far as they are known; `anew` looks through the whole page. */
  roots(anew?: boolean): readonly Node[];
  /** A timer that ends with the visit. */
  after(ms: number, task: () => void): Off;
  /** After the next paint, so that no input waits for it. */
  soon(task: () => void): void;
  /** Runs a task; what it throws goes to `onError`, with what was being done, never to the page. */
  attempt(task: () => void, during?: string): void;
  now(): number;
  path(): string;
}

/** The events furrow may listen to. */
export interface PageEvents extends WindowEventMap {
  /** Told on `document`; it does not bubble to the window. */
  selectionchange: Event;
  /** Told by the Navigation API, where there is one. */
  navigate: NavigateEvent;
  /** Told by `navigator.clipboard`, where it tells: something was copied, not what. */
  clipboardchange: Event;
  /** Told on the document. */
  fullscreenchange: Event;
  visibilitychange: Event;
}

/** How a press was made. `at` is assistive technology: a trusted click that no pointer and no key made. */
export type PressKind = 'mouse' | 'touch' | 'pen' | 'key' | 'at';

/**
 * What a control promises.
 * effectful: something should happen (buttons, links, pointer boxes) · stateful: its own state changes (check boxes, selects)
 * editable: text goes in · opaque: nobody can see inside (canvas, media, cross-origin frames)
 * blocked: disabled · text: for reading · decor: everything else
 */
export type Control = 'effectful' | 'stateful' | 'editable' | 'opaque' | 'blocked' | 'text' | 'decor';

/** What tells a visitor that a control may be pressed. */
export type Looks = 'native' | 'role' | 'cursor';

/** One activation, by whatever means. */
export interface Press {
  readonly id: number;
  /** When it began: the finger went down. */
  readonly at: number;
  readonly kind: PressKind;
  /** The control that was meant. */
  readonly target: Element;
  readonly control: Control;
  readonly looks: Looks;
  /** Viewport coordinates in CSS px; absent for keys and assistive technology. */
  readonly x?: number;
  readonly y?: number;
  /** It may rightly do nothing here: a modifier key was held, the page had just woken up, or the control is in that state already. */
  readonly excused: boolean;
}

/** A finger drawn over the page and lifted: like a press, the page may answer it. */
export interface Swipe extends Press {
  /** How far it went, in CSS px. */
  readonly dx: number;
  readonly dy: number;
}

/** What the page did after a press, as far as it is known. */
export interface Response {
  /** Something a person can perceive happened because of the press. */
  readonly alive: boolean;
  /** It gave something new: not an error, not taken back, not what was there before. */
  readonly productive: boolean;
  /** The control says that it is busy. */
  readonly pending: boolean;
  /** Errors that the press caused. */
  readonly errors: number;
  /** From the press to the first answer. */
  readonly afterMs: number | undefined;
  /** Nobody can know (the window lost focus, the page itself was stuck, a canvas beside it cannot be seen into). */
  readonly unknown: boolean;
  /** It is the verdict, not what is known so far. */
  readonly settled: boolean;
}

/** The mouse, or a pen held over the page, has moved. */
export interface Move {
  readonly at: number;
  /** Viewport coordinates in CSS px. */
  readonly x: number;
  readonly y: number;
  /** What is under it. */
  readonly target: Element | undefined;
  /** A button is held down: it draws, drags or selects. */
  readonly pressed: boolean;
}

/** The visitor scrolled, up or down. */
export interface Scroll {
  readonly at: number;
  /** What scrolls; for the page its root. */
  readonly target: Element;
  /** A wheel, a finger, a key or the scrollbar began this leg. */
  readonly byHand: boolean;
  /** It has just turned round: a quarter of a screen against the way it went before. */
  readonly turned: boolean;
  /** How far it has come since it last turned, in CSS px. */
  readonly legPx: number;
  /** How far it can go at all. */
  readonly rangePx: number;
  readonly screenPx: number;
}

/** A page, or a route in it, as the visitor came to it. */
export interface View {
  /** Equal for the same path; holds nothing of it. 0 where furrow was not there. */
  readonly of: number;
  /** Unix time in ms. */
  readonly at: number;
  /** A press led here; else the browser's own buttons did, or a redirect. */
  readonly pressed: boolean;
  /** Back or forward in the history. */
  readonly back: boolean;
  readonly reload: boolean;
  /** Clicks made in it. */
  readonly presses: number;
  readonly scrolled: boolean;
}

/** What is usual for this visitor in one thing, by their last values; robust against single ones. */
export interface Baseline {
  add(value: number): void;
  /** The median and how far values usually lie from it (1.4826 × MAD, which is σ for normal values). Undefined until there are enough. */
  usual(): { readonly median: number; readonly spread: number } | undefined;
}

/** What a detector gets: the page, the presses, whether the page answered them, and what is usual for this visitor. */
export interface Watch extends Page {
  /** Every press, once it is known what it was made on. */
  onPress(listener: (press: Press) => void): void;
  /** Every swipe of one finger, once it is known what it was made on. It can be asked after like a press. */
  onSwipe(listener: (swipe: Swipe) => void): void;
  /** What is known of a press now. */
  response(press: Press): Response;
  /** Called once, when it is settled whether the page answered: after 2 s. */
  onSettled(press: Press, listener: (response: Response) => void): void;
  /** Called when a settled press is answered after all, within 10 s. */
  onLate(press: Press, listener: (response: Response) => void): void;
  /** Failures of the page: script errors, rejections, failed requests, error messages shown. `press` where one caused it. */
  onFailure(listener: (failure: Failure) => void): void;
  /** An attempt to get a form through has begun, and once or twice more, what became of it. */
  onAttempt(listener: (attempt: Attempt) => void): void;
  /** True when the host asks to be forgiven here (`data-furrow-ignore`). */
  ignored(target: Element, name: SignalName): boolean;
  /** A signal takes its presses, so that a lower one does not tell them again. */
  claim(presses: readonly Press[]): void;
  claimed(press: Press): boolean;
  /** The press that a thing that began at `at` may be the doing of: the last one, at most `withinMs` before. */
  cause(at: number, withinMs: number): Press | undefined;
  /** The pointer moved: told at most every 16 ms, and never for touch. */
  onMove(listener: (move: Move) => void): void;
  /** The visitor or the page scrolled: told at most every 50 ms, after the paint. */
  onScroll(listener: (scroll: Scroll) => void): void;
  /** The visitor came to another view. The last ones in this tab, page loads included, this one last. */
  onView(listener: (views: readonly View[]) => void): void;
  /** A request of the page or a resource has ended, as the browser tells it afterwards; furrow's own are left out. */
  onRequest(listener: (request: PerformanceResourceTiming) => void): void;
  /** How long the visitor has been at it in this page: seen, and a move, key, scroll or sound within the last 15 s. */
  activeMs(): number;
  /**
   * What is usual for this visitor in one thing, such as `field text touch`. Kept on the device in numbers, forgotten on
   * withdrawal, never sent.
   */
  baseline(of: string): Baseline;
  /** Numbers that must outlive a page load, under a key of the detector's own; they end with the tab. */
  readonly tab: Pick<Records, 'read' | 'write'>;
  /** Every name that holds for an element: `data-furrow` names around it and the rules' element names. */
  names(element: Element): readonly string[];
  /** The first page pattern of the rules that matches, or `other`. */
  route(): string;
  /** `workflow/step` for each workflow step the visitor stands in. */
  steps(): readonly string[];
  readonly workflows: readonly Workflow[];
  /** Called when the visitor comes into a step of a workflow, goes out of it, leaves it or is done with it. */
  onStep(listener: (step: Step) => void): void;
}

export interface Failure {
  readonly at: number;
  readonly kind: 'js' | 'promise' | 'http' | 'network' | 'message' | 'invalid';
  /** Equal for the same failure; holds nothing of its text. */
  readonly sign: string;
  /** Of a request, where the browser tells it. */
  readonly status?: number;
  readonly press?: Press;
  readonly target?: Element;
}

/** The visitor tried to get a form through. */
export interface Attempt {
  readonly at: number;
  /** The form, or the group of fields that serves as one. */
  readonly form: Element;
  readonly kind: 'submit' | 'login' | 'search' | 'payment';
  /** `failed`: refused by the browser, the page or the server within 10 s · `done`: nothing spoke against it within 3 s. */
  readonly state: 'begun' | 'failed' | 'done';
  /** Fields that are marked as wrong, once it failed. */
  readonly wrong: readonly Element[];
}

/** Where the visitor stands in a workflow that was begun. */
export interface Step {
  readonly workflow: string;
  /** The furthest step reached. */
  readonly step: string;
  readonly index: number;
  /** `in` a step · `out` in another page of the host · `left` with no page of the host to come · `done`. */
  readonly state: 'in' | 'out' | 'left' | 'done';
  /** Since the first step was reached, page loads included. */
  readonly ms: number;
}

// ---------------------------------------------------------------- rules, as checked

/** Something wrong in a rules file. `path` is a JSON path such as `rules[0].help.score`. */
export interface Problem {
  readonly file: string;
  readonly path: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}

export interface ElementPlace {
  readonly name: string;
  /** CSS selectors tried in order; ` >>> ` enters an open shadow root. */
  readonly find: readonly string[];
  /** Where its help stands, when not at the element itself: one selector of the same kind. */
  readonly near: string | undefined;
  /** Only numbers and flags are told of it. */
  readonly private: boolean;
}

export interface PagePlace {
  readonly name: string;
  /** Path patterns: `/checkout/*`, `/checkout/:step`. */
  readonly path: readonly string[];
  readonly notPath: readonly string[];
  /** Host names, `*.` in front for whatever stands before; none is every host. */
  readonly host: readonly string[];
}

export interface Workflow {
  readonly id: string;
  readonly steps: readonly { readonly id: string; readonly page: string; readonly typicalMs: number | undefined }[];
  /** A page, or an `app:` event. */
  readonly done: string | undefined;
}

/** What the host says of the visitor; it stays in the page. */
export type AttributeValue = string | number | boolean;

/** A test of one attribute. What the host has not said is not, is none of, and does not exist. */
export interface AttributeTest {
  readonly kind: 'attribute';
  readonly attribute: string;
  readonly test: 'is' | 'isNot' | 'oneOf' | 'noneOf' | 'atLeast' | 'atMost' | 'exists';
  /** One value but for `oneOf` and `noneOf`. */
  readonly values: readonly AttributeValue[];
}

/** Whom a rule is about. `none` is written `not`; a segment is `all` of one, and keeps its name. */
export type Who = AttributeTest | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Who[]; readonly segment?: string };

export interface SignalTerm {
  readonly signal: SignalName;
  /** An element's name, or undefined for the rule's own place. */
  readonly on: string | undefined;
  readonly atLeast: number;
  readonly withinMs: number;
  /** Only sightings that lasted so long (`ms` or `spanMs` of their evidence). 0 takes all. */
  readonly longerThanMs: number;
  /** −100 to 100; a match adds points × strength. */
  readonly points: number;
  /** Half-life. */
  readonly fadesMs: number;
  /** The most it adds altogether. */
  readonly max: number;
}

export interface Limits {
  readonly perPage: number;
  readonly perSession: number;
  readonly perDay: number;
  readonly perWeek: number;
  readonly ever: number;
  /** Least time between two nudges. */
  readonly gapMs: number;
  /** Rest after the visitor closes one; it doubles with each further one. */
  readonly afterDismissMs: number;
  readonly stopAfterDismissals: number;
  /** Rest after the visitor took the help: a button of the rule, or a person. */
  readonly afterHelpedMs: number;
}

/** What the visitor, or the page, is in the middle of. */
export type Doing = 'typing' | 'pointer-down' | 'scrolling' | 'dialog-open' | 'video-playing' | 'page-hidden' | 'offline' | 'element-hidden' | 'fullscreen';

/** What keeps a rule silent. */
export type Unless =
  | { readonly kind: 'while'; readonly doing: Doing }
  | { readonly kind: 'signal'; readonly signal: SignalName; readonly withinMs: number }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'who'; readonly who: Who };

/** Hours in which nothing is shown. Minutes from midnight; `to` before `from` goes over midnight and belongs to the day it began on. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  /** 0 is Sunday; none is every day. */
  readonly days: readonly number[];
}

export interface Quiet {
  readonly hours: readonly QuietHours[];
  /** An IANA name; undefined is the visitor's own. */
  readonly timeZone: string | undefined;
  /** `2026-12-25`. */
  readonly holidays: readonly string[];
  /** Templates that may be shown all the same. */
  readonly except: readonly Template[];
  /** Nothing in the first of a page. */
  readonly firstMs: number;
}

export type Level = 'low' | 'medium' | 'high';

/** `immediate` alone does not wait for the visitor's hands to rest; `critical` passes holidays. */
export type Urgency = 'standard' | 'high' | 'critical' | 'immediate';

/** What a visitor wants to see at all. */
export type PersonLevel = 'all' | 'important' | 'critical' | 'none';

export type Action = 'watch' | 'passive' | 'hint' | 'offer' | 'person';

/** How far help may come forward, from nothing to a card in the corner; their order is that of `Template`. `chip` says that there is help and opens when it is pressed. */
export type Channel = 'none' | 'chip' | Template;

/** One row of the policy: the first that matches is the answer. `any` matches everything. */
export interface PolicyRow {
  /** How far the score is over what the rule needs: `high` from 20 points over it. */
  readonly risk: Level | 'any';
  /** What the rule says that it costs when a visitor fails here. */
  readonly impact: Level | 'any';
  readonly confidence: Level | 'any';
  readonly urgency: Urgency | 'any';
  readonly action: Action;
  /** The most that may be shown; a nudge that would be more is lowered to it. */
  readonly channel: Channel;
  /** Whether a person should look at such decisions afterwards. */
  readonly review: 'no' | 'optional' | 'yes';
}

/** A small additive model that refines the rules' scores; `docs/rules.md` has the formula. */
export interface Model {
  readonly base: number;
  /** Points for one fresh sighting of strength 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** The most by which it moves a score, up or down. */
  readonly within: number;
  /** Score → confidence, in ascending order, straight lines between; none keeps the formula. */
  readonly calibration: readonly (readonly [score: number, confidence: number])[];
  /** Says which data it was made from; stands in facts. */
  readonly id: string;
}

export interface Variant {
  readonly id: string;
  /** Percent of those who are not in control. */
  readonly share: number;
  /** Left out: the rule's own. */
  readonly nudge: NudgeText | undefined;
}

export interface Experiment {
  readonly id: string;
  /** Percent of visits that are shown nothing, to compare with. */
  readonly control: number;
  readonly variants: readonly Variant[];
}

/** What is offered where the first help did not do. */
export interface Then {
  readonly afterMs: number;
  readonly if: 'still-struggling' | 'not-dismissed' | 'asked-for-more';
  readonly only: Who | undefined;
  readonly nudge: NudgeText;
}

/** Text in one language, or in several. */
export type Text = string | Readonly<Record<string, string>>;

export interface CallToAction {
  readonly label: Text;
  readonly do: 'close' | 'snooze' | 'open-url' | 'focus-element' | 'app-event' | 'talk-to-human';
  readonly target: string | undefined;
  /** Of a snooze: how long. */
  readonly forMs: number | undefined;
  readonly style: 'primary' | 'plain';
}

/**
 * How help looks, from the most modest on. `inline`: a line in the page's own flow · `steps`: a card at one place after the other, each
 * at the visitor's press · `tooltip`: a card at its place · `banner`: a bar along the edge of the page · `chat-invite`: a card in the corner.
 */
export type Template = 'inline' | 'steps' | 'tooltip' | 'banner' | 'chat-invite';

/** One of the 2 to 5 things of a nudge of `steps`. */
export interface StepText {
  /** The element's name it stands at; undefined is where the nudge as a whole would stand. */
  readonly at: string | undefined;
  readonly title: Text;
  readonly body: Text | undefined;
}

export interface NudgeText {
  readonly template: Template;
  /** The element's name it belongs to; undefined means the element in trouble. */
  readonly at: string | undefined;
  readonly side: 'auto' | 'top' | 'bottom' | 'start' | 'end';
  readonly title: Text;
  readonly body: Text | undefined;
  readonly ctas: readonly CallToAction[];
  /** Of the template `steps`; empty for all others. */
  readonly steps: readonly StepText[];
}

/** What tells that the visitor got through: an event or signal, a `workflow/step` reached, or an element that is valid now. */
export type Resolved =
  | { readonly kind: 'signal'; readonly signal: SignalName }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'valid'; readonly element: string };

export interface Rule {
  readonly id: string;
  readonly status: 'draft' | 'watch' | 'live' | 'paused';
  /** The first and the last day, `2026-12-01`, in the visitor's time zone. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** What it says, for all rules and channels that say the same; its id where none is given. */
  readonly intent: string;
  readonly impact: Level;
  readonly urgency: Urgency;
  readonly why: Text | undefined;
  readonly where: {
    readonly page: readonly string[];
    readonly workflow: string | undefined;
    readonly step: readonly string[];
    readonly element: readonly string[];
    readonly device: 'any' | 'touch' | 'pointer';
  };
  readonly who: Who | undefined;
  readonly signals: readonly SignalTerm[];
  readonly help: {
    readonly score: number;
    readonly confidence: number;
    /** The score must have stayed up this long. */
    readonly forMs: number;
    /** The visitor must have rested this long. */
    readonly pauseMs: number;
    /** Help that would come later than this does not come. */
    readonly waitMs: number;
  };
  readonly unless: readonly Unless[];
  readonly limits: Limits;
  readonly quiet: Quiet;
  readonly experiment: Experiment | undefined;
  /** Absent for rules that only watch. */
  readonly nudge: NudgeText | undefined;
  /** What tells that the visitor got through. */
  readonly resolved: readonly Resolved[];
  readonly then: readonly Then[];
}

export interface Rules {
  /** Names the file in errors, `built-in` when there is none. */
  readonly file: string;
  /** Equal for the same text; stands in facts. */
  readonly hash: string;
  readonly pages: readonly PagePlace[];
  readonly elements: readonly ElementPlace[];
  readonly workflows: readonly Workflow[];
  readonly segments: Readonly<Record<string, Who>>;
  /** Over all rules together. */
  readonly limits: Limits;
  readonly quiet: Quiet;
  /** Percent of visits that never see any nudge. */
  readonly holdout: { readonly percent: number; readonly salt: string };
  readonly policy: readonly PolicyRow[];
  readonly model: Model | undefined;
  readonly rules: readonly Rule[];
}

// ---------------------------------------------------------------- Score, Decision, Nudge, Outcome

/** What one signal gave to a score. */
export interface Contribution {
  /** `model` is the part of the model that belongs to no signal. */
  readonly signal: SignalName | 'model';
  readonly place: string;
  readonly points: number;
  /** Sightings behind it. */
  readonly count: number;
  readonly evidence: Evidence;
  readonly target?: Element;
}

/** How much trouble a rule sees at a moment. The contributions, summed and clamped to 0–100, are the value. */
export interface Score {
  readonly rule: string;
  readonly at: number;
  /** 0–100. */
  readonly value: number;
  /** 0–1; its formula stands in `docs/rules.md`. */
  readonly confidence: number;
  /** Made when they are asked for. */
  readonly contributions: readonly Contribution[];
}

/** Where a score stands to what its rule needs. */
export interface Bar {
  /** When it was reached, or when new trouble came after that; undefined while it is not. */
  readonly reachedAt: number | undefined;
  /** Since when it has been up, without falling. */
  readonly upSince: number | undefined;
  /** The rule has spoken since. */
  readonly spoken: boolean;
}

/** Why furrow spoke or stayed silent, in the order in which it is asked. */
export type Gate =
  | 'consent' | 'status' | 'where' | 'who' | 'holdout' | 'signals' | 'score' | 'confidence'
  | 'unless' | 'limits' | 'quiet' | 'moment' | 'experiment' | 'place' | 'show';

/** The reason within a gate; each stands in `docs/rules.md`. */
export type ReasonCode =
  | 'purpose' | 'level'
  | 'status' | 'no-nudge' | 'not-yet' | 'over'
  | 'page' | 'step' | 'device'
  | 'segment'
  | 'held-out'
  | 'no-signals'
  | 'below' | 'spoken' | 'too-short'
  | 'unsure' | 'policy'
  | 'doing' | 'signal' | 'other-page' | 'other-visitor' | 'incident' | 'contact' | 'special-circumstances' | 'away'
  | 'person' | 'dismissed' | 'never' | 'snoozed' | 'helped' | 'per-page' | 'per-session' | 'per-day' | 'per-week' | 'ever' | 'gap'
  | 'first-seconds' | 'hours' | 'own-hours' | 'holiday'
  | 'too-old' | 'key' | 'drag' | 'pointer' | 'hidden' | 'pause' | 'busy' | 'other-tab'
  | 'control'
  | 'no-place'
  | 'open';

/** A gate that holds. */
export interface Held {
  readonly gate: Gate;
  readonly code: ReasonCode;
  /** For people, with its numbers (“score 32.1, needs 60”). */
  readonly because: string;
  /** When it is worth asking again; undefined where only something new can open it. */
  readonly againAt: number | undefined;
}

/** One gate as an explanation shows it. */
export interface GateAnswer {
  readonly gate: Gate;
  /** `✓` is open, `✗` holds, `–` was given nothing to ask. */
  readonly mark: '✓' | '✗' | '–';
  readonly because: string;
}

/** What would have had to be otherwise for the answer to be otherwise: found by scoring again. */
export interface Counterfactual {
  /** So many of the reasons, from the heaviest on, had they not happened … */
  readonly without: number;
  /** … would have left this score and confidence, */
  readonly score: number;
  readonly confidence: number;
  /** of which this one would not have been enough. */
  readonly flips: 'score' | 'confidence';
  /** What would have been needed of it. */
  readonly needs: number;
}

/** May we speak now? Silence is a decision too. */
export interface Decision {
  readonly id: string;
  readonly rule: string;
  readonly at: number;
  readonly show: boolean;
  /** Nothing holds it but that the rule is only watched, or the visit is held out or in control. */
  readonly wouldShow: boolean;
  /** The first gate that held it back, or `show`. */
  readonly gate: Gate;
  readonly code: ReasonCode;
  /** For people: the gate with its numbers (“score 32.1, needs 60”). */
  readonly because: string;
  /** Everything that holds, in the order in which it is asked; where help is not due, only the first. */
  readonly held: readonly Held[];
  readonly score: Score;
  /** At most three, the heaviest first. */
  readonly reasons: readonly Contribution[];
  /** When it is worth asking again. */
  readonly againAt: number | undefined;
  /** The policy's answer. */
  readonly action: Action;
  readonly channel: Channel;
  readonly review: PolicyRow['review'];
  /** `control`, `holdout` or the variant; undefined where nothing is compared. */
  readonly arm: string | undefined;
  /** 0 is the rule's nudge, 1 and 2 are what comes `then`. */
  readonly stage: number;
  /** The nudge that is meant: the variant's, the stage's or the rule's. */
  readonly nudge: NudgeText | undefined;
  /** The names of the segments that the visitor is in. */
  readonly segments: readonly string[];
}

/** Help that is on the page now. */
export interface Nudge {
  readonly id: string;
  readonly rule: string;
  readonly at: number;
  readonly template: NudgeText['template'];
  readonly place: string;
}

/**
 * What became of a nudge. `closed` by × or Esc · `not-now` · `never` (don't show again) · `human` (asked for a person)
 * · `mute` (no help at all any more)
 * · `action` (a button of the rule) · `resolved` (the trouble went away) · `gone` (its place or its page did) · `off` (furrow was switched off)
 */
export type OutcomeAnswer = 'closed' | 'not-now' | 'never' | 'mute' | 'human' | 'action' | 'resolved' | 'gone' | 'off';

export interface Outcome {
  readonly nudge: string;
  readonly rule: string;
  readonly at: number;
  readonly answer: OutcomeAnswer;
  /** How long it stood there. */
  readonly afterMs: number;
  /** Whether “Why am I seeing this?” was opened. */
  readonly whyOpened: boolean;
  /** The `app:` event that the rule's button asks of the host. */
  readonly event?: AppSignal;
  /** Of “not now”: how long. */
  readonly forMs?: number;
  /** Of “not now”: not on this page. */
  readonly here?: boolean;
}

/** What a visitor said of help that they had: asked after at most one in ten, and whenever they look at their recent help. */
export interface Feedback {
  readonly nudge: string;
  readonly rule: string;
  readonly at: number;
  readonly helpful: boolean;
}

/**
 * What is handed to a person's tool when the visitor asks for one: what they saw in the preview and did not strike out. It holds no values
 * and is sent by nobody: the chat opens with it, and the visitor sends it or does not.
 */
export interface Handover {
  readonly rule: string;
  readonly route: string;
  /** Empty where the visitor struck it out. */
  readonly place: string;
  /** What happened, as the visitor read it. */
  readonly reasons: readonly string[];
  /** All of it as the message that is prefilled, in the visitor's language. */
  readonly text: string;
}

/** `no-provider`: the chat is not on this page · `timeout`: it did not open within 10 s. */
export type ChatOpened = 'opened' | 'no-provider' | 'timeout';

/** The host's way to a person. Adapters for known chats: `furrow/chat`. Whether it answers is asked for 10 s; then the visitor is shown another way. */
export interface ChatAdapter {
  readonly id: string;
  /** Whether it opens with the text in it. Left out: it does. With `false` nothing is handed over, so there is nothing to strike out. */
  readonly prefills?: boolean;
  /** Whether the chat is on the page, be it still loading. Left out: it is. It never creates the provider's global, and never loads its script. */
  available?(): boolean;
  /** Whether it can be opened yet: asked until it holds. Left out: it can. */
  ready?(): unknown;
  /** Opens the chat with the text prefilled, and never sends it. Nothing returned counts as opened. */
  open(handover: Handover): void | ChatOpened | Promise<void | ChatOpened>;
  /** Whether it stands open: asked until it holds. Left out: `open` is believed. */
  isOpen?(): unknown;
  /** What the host really knows: minutes to wait, a telephone number. */
  reach?(): { readonly waitMinutes?: number; readonly phone?: string };
}

/** A consent manager that the page already has; it decides, and furrow never asks by itself. Adapters: `furrow/consent`. */
export interface ConsentManager {
  readonly id: string;
  /**
   * Follows the manager's answers, for as long as the page lives: says `grant` or `refuse`, and nothing while nobody has answered. It only
   * reads. Where it returns a promise, its rejection goes to `onError`.
   */
  follow(window: Window & typeof globalThis, consent: Pick<Furrow, 'grant' | 'refuse' | 'receipt'>): void | Promise<void>;
}

// ---------------------------------------------------------------- Fact, Batch: what may leave

declare const anonymous: unique symbol;

interface FactBase {
  /** Random (version 4 UUID); the collector counts each once. */
  readonly id: string;
  /** Unix time in ms, rounded down to the second. */
  readonly at: number;
  readonly route: string;
  readonly [anonymous]: true;
}

/** What may leave the page: exactly the keys of `docs/wire.md`. Only `report/anonymise.ts` makes one. */
export type Fact =
  | (FactBase & {
    readonly kind: 'signal';
    readonly name: string;
    readonly place: string;
    readonly strength: number;
    readonly signal: string;
    readonly evidence: Evidence;
    /** Unix time in ms, rounded down to the second: when it was told. `at` is when it began. */
    readonly told: number;
    /** The page load of the visit, counted from 1. */
    readonly load: number;
    /** Where it was, in the words of the rules: element names, page names and patterns, `workflow/step`. */
    readonly names: readonly string[];
    readonly pages: readonly string[];
    readonly steps: readonly string[];
  })
  | (FactBase & {
    readonly kind: 'decision';
    readonly rule: string;
    readonly gate: Gate;
    readonly code: ReasonCode;
    readonly wouldShow: boolean;
    readonly score: number;
    readonly confidence: number;
    readonly load: number;
    readonly stage: number;
    readonly channel: Channel;
    readonly review: PolicyRow['review'];
    readonly arm?: string;
    readonly segments: readonly string[];
    /** Hash of the rules file. */
    readonly rules: string;
    readonly model?: string;
  })
  | (FactBase & { readonly kind: 'nudge'; readonly rule: string; readonly place: string; readonly template: string })
  | (FactBase & { readonly kind: 'outcome'; readonly rule: string; readonly answer: OutcomeAnswer; readonly afterMs: number; readonly whyOpened: boolean })
  | (FactBase & { readonly kind: 'feedback'; readonly rule: string; readonly helpful: boolean });

export interface Batch {
  readonly v: 1;
  /** Kept over retries, so that a batch sent twice counts once. */
  readonly id: string;
  /** Random, as long as the visit (30 minutes without a page ends it), never derived from anything. */
  readonly visit: string;
  readonly sdk: string;
  readonly purposes: readonly Purpose[];
  readonly facts: readonly Fact[];
  /** Facts that had to be given up since the last batch. */
  readonly dropped: number;
}

/** What the visitor asks of the collector when they delete their history: every fact of that visit, and what may still come of it. */
export interface Erasure {
  readonly v: 1;
  /** Kept over retries. */
  readonly id: string;
  /** The key of the visit. */
  readonly erase: string;
  readonly sdk: string;
}

// ---------------------------------------------------------------- the public promise

/** Something that went wrong in furrow or in what it was given. It never reaches the page. */
export interface FurrowError {
  readonly message: string;
  /** What was being done. */
  readonly during: string;
  readonly cause?: unknown;
}

/** The pipeline's nouns, in its order. */
export interface Events {
  consent: ConsentChange;
  signal: Signal;
  score: Score;
  decision: Decision;
  nudge: Nudge;
  outcome: Outcome;
  feedback: Feedback;
  /** What the visitor wants, each time they say so; what furrow does not do itself is the host's to honour. */
  preferences: Preferences;
  error: FurrowError;
}

/** Every option has a right default; in the tag each is `data-` and the same word. */
export interface Options {
  /** A URL or the rules themselves. Left out: built-in rules watch and never speak. */
  readonly rules?: string | RulesFile | Readonly<Record<string, unknown>>;
  /** Where batches go. Left out: nothing leaves the page. */
  readonly collect?: string;
  /** `now` asks when the page has loaded; `manual` waits for `ask()` or `grant()`. Default `now`. */
  readonly ask?: 'now' | 'manual';
  /** The host's own record of the visitor's answer; then nothing is read from storage. */
  readonly receipt?: Receipt;
  /** Where furrow keeps what it must keep. Default `local`. */
  readonly storage?: 'local' | 'session' | 'memory';
  /** A BCP 47 tag. Default: the page's `lang`, then the browser's. */
  readonly locale?: string;
  /** A contact page (or `tel:`, `mailto:`), offered as “Talk to a human” where no chat is connected, or it cannot be reached. */
  readonly contact?: string;
  /** The chat that the page has: in the tag its name (`intercom`), in code `use(intercom())`. It is never loaded, only opened. */
  readonly chat?: string;
  /** The consent manager that the page has: in the tag its name (`cookiebot`), in code `use(cookiebot())`. Then furrow never asks by itself. */
  readonly cmp?: string;
  /** Of the consent manager: the category, vendor or service that stands for furrow. Its default is the adapter's. */
  readonly cmpCategory?: string;
  /** What the host honours of the visitor's wishes besides furrow itself, as words: `email sms push team similar predictive administrators training`. Only these are offered in the preference centre. */
  readonly honours?: string;
  /** Days for which the collector keeps what it was sent, told to the visitor. A promise of the host's. */
  readonly retention?: string | number;
  /** How much the notice in the preference centre tells. Default `intermediate`. */
  readonly transparency?: 'basic' | 'intermediate' | 'advanced' | 'full';
  /** Whether `?furrow=inspect` in the page's address opens the inspect overlay: for developers and product teams, on pages where they may look. */
  readonly inspect?: 'allow';
  /** furrow stays off under `navigator.webdriver` unless told `allow`. */
  readonly automated?: 'allow';
  /** Take synthetic events too; for tests. Default false; in the tag it needs no value. */
  readonly untrusted?: boolean | '';
  readonly onError?: (error: FurrowError) => void;
  /** Default: every detector there is. */
  readonly detectors?: readonly Detector[];
}

/** One rule as it stands now: every gate in the order in which it is asked, and everything that holds. */
export interface RuleExplanation {
  readonly rule: string;
  /** The rule as it was read: what it needs, and the nudges that it has. */
  readonly of: Rule;
  /** What would be decided now. */
  readonly decision: Decision;
  readonly gates: readonly GateAnswer[];
  /** Undefined where nothing was due, or nothing single would change it. */
  readonly counterfactual: Counterfactual | undefined;
}

/** What furrow does when asked for its reasons. Printed (`${explanation}`) it is a page of plain text. */
export interface Explanation {
  readonly status: {
    readonly consent: Answer | 'unknown';
    readonly running: boolean;
    /** Keys that furrow holds in this browser. */
    readonly stored: readonly string[];
    /** Facts that wait to be sent. */
    readonly waiting: number;
  };
  readonly problems: readonly Problem[];
  /** Every rule of the file, in its order. */
  readonly rules: readonly RuleExplanation[];
  /** The last 50 signals, oldest first. */
  readonly signals: readonly Signal[];
  /** The last 50 decisions, silent ones included, oldest first. */
  readonly decisions: readonly Decision[];
  toString(): string;
}

// ---------------------------------------------------------------- what only the host knows

/** Something that is known to be broken: nudges about it would only repeat what everybody knows. */
export interface Incident {
  readonly id: string;
  /** Names of pages, elements or workflows of the rules, or page patterns; none is everywhere. */
  readonly places?: readonly string[];
  /** Unix time in ms, or a date; after that it is over. */
  readonly until?: number | string | Date;
  /** It is over: visitors who wanted to know are told. */
  readonly over?: boolean;
  /** What a visitor who meets it reads; left out, furrow's own words. */
  readonly text?: Text;
}

/** The visitor was asked or told this already, in whatever channel. */
export interface Contact {
  /** As in the rules. */
  readonly intent: string;
  /** Unix time in ms, or a date. Default: now. */
  readonly at?: number | string | Date;
}

/** A time in which nothing is offered, because the host knows better. */
export interface Hold {
  readonly because: 'special-circumstances' | 'away';
  /** Unix time in ms, or a date. In the past: it is over. */
  readonly until: number | string | Date;
}

/** What help may be based on besides what happens now: what is usual for this visitor, for their team, for visitors like them. */
export type Basis = 'own' | 'team' | 'similar';

/** What the visitor wants of furrow; kept on the device. What is left out stays as it was. */
export interface Preferences {
  /** How much help is offered; `none` turns it off. Default `all`. */
  readonly level?: PersonLevel;
  /** Hours of the day in which they want nothing: `[{ from: '22:00', to: '07:00' }]`; an empty list ends them. */
  readonly quiet?: readonly { readonly from: string; readonly to: string; readonly days?: readonly string[] }[];
  /** An IANA name, for the quiet hours. Default: the browser's. */
  readonly timeZone?: string;
  /** Ways besides the page that the host offers and the visitor wants: `email`, `sms`, `push`. The host sends; furrow only keeps the choice. */
  readonly channels?: readonly string[];
  /** Default `own`. Without it nothing that is usual for the visitor is kept. */
  readonly basis?: readonly Basis[];
  /** Days after which what furrow keeps of use on this device is dropped; 0 keeps it as long as the consent. Default 0. */
  readonly keepDays?: number;
  /** The host's to honour, each off until the visitor says otherwise. */
  readonly predictive?: boolean;
  readonly administrators?: boolean;
  readonly training?: boolean;
}

/** What only the host can tell. Said before the visitor's yes, it waits in the memory of the page. */
export interface HostWords {
  /** Attributes of the visitor, for the rules' segments: `{ signedIn: false, plan: 'team' }`; undefined takes one back. They stay in the memory of the page. */
  setAttributes(attributes: Readonly<Record<string, AttributeValue | undefined>>): void;
  /** Something is broken, or works again. Holds back every nudge about it. */
  incident(incident: Incident): void;
  /** The visitor has been asked or told something elsewhere; rules with that intent rest for 7 days. */
  contacted(contact: Contact): void;
  /** The visitor is away, or in special circumstances: nothing is offered until then. */
  hold(hold: Hold): void;
  /** Days on which only critical help is offered, besides those of the rules: `['2026-12-25']`. */
  holidays(dates: readonly string[]): void;
  /** What the visitor wants; the strictest of theirs, the host's and the rules' holds. */
  prefer(preferences: Preferences): void;
}

export interface Furrow extends HostWords {
  /** Asks for consent, unless it has been answered. Resolves with the answer's receipt. */
  ask(): Promise<Receipt | undefined>;
  /** The host knows that the visitor said yes. Default: every purpose furrow would ask for, and every family of signals. */
  grant(purposes?: readonly Purpose[], detail?: ConsentDetail): void;
  refuse(detail?: ConsentDetail): void;
  /** Ends everything and deletes everything, in every tab, without a reload. Resolves when it is gone. */
  withdraw(detail?: ConsentDetail): Promise<void>;
  receipt(): Receipt | undefined;
  /** Subscribes; returns the way out. */
  on<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): Off;
  /** Opens the preference centre: what is allowed, what help is wanted, what is kept. Focus returns to the opener. */
  preferences(opener?: Element): void;
  /** Everything that furrow holds of this browser, as a readable JSON file. */
  export(): Promise<Blob>;
  /** Deletes everything but the answer for consent, here and in what waits to be sent, and asks the collector to forget this visit. Resolves with the keys that were deleted. */
  forget(): Promise<readonly string[]>;
  /** Connects the host's way to a person, or its consent manager. */
  use(adapter: ChatAdapter | ConsentManager): void;
  /** Tells what only the host can know. Ignored before a yes. */
  signal(name: AppSignal, detail?: { target?: Element; strength?: number }): void;
  explain(): Promise<Explanation>;
}

// ---------------------------------------------------------------- where things are kept

/** Small records in Web Storage (or memory), each key under `furrow.`; read anew each time, so that tabs agree. */
export interface Records {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** Key and value pairs in IndexedDB (or memory). */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
  keys(): Promise<readonly string[]>;
  /** Deletes everything furrow ever kept here. */
  clear(): Promise<void>;
}
