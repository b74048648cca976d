/**
 * The nouns of furrow, in the order in which they come to be:
 * Receipt, Signal, Score, Decision, Nudge, Outcome, Fact, Batch. This file imports nothing.
 *
 * Times named `at` are milliseconds since the page's time origin (`performance.now()`), except in a Receipt and a Fact,
 * which outlive the page. Names that end in `Ms` are durations in milliseconds.
 */

// ---------------------------------------------------------------- Receipt: what the visitor said

/** What furrow may do. The list is closed: a host may leave one out and can never add one. */
export type Purpose = 'notice' | 'help' | 'share-with-support' | 'improve';

/** `dismissed` closed the question without an answer and counts as no; `signal` is a no that the browser said (GPC, DNT). */
export type Answer = 'granted' | 'refused' | 'dismissed' | 'withdrawn' | 'signal';

/** The record of one answer. It names nobody: `id` is random and belongs to the receipt alone. */
export interface Receipt {
  readonly v: 1;
  readonly id: string;
  readonly decision: Answer;
  readonly purposes: readonly Purpose[];
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601; after this the question may be put again. */
  readonly expires: string;
  /** What was agreed to, as a readable line; when it changes, the question is put again. */
  readonly fingerprint: string;
  /** Where the answer was given. */
  readonly surface: 'prompt' | 'nudge' | 'api' | 'signal';
}

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

/** A rules file as written; `docs/rules.md` describes it and `rules/read.ts` checks it. */
export type RulesFile = Readonly<Record<string, unknown>>;

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
}

export interface PagePlace {
  readonly name: string;
  /** Path patterns: `/checkout/*`, `/checkout/:step`. */
  readonly path: readonly string[];
  readonly notPath: readonly string[];
}

export interface Workflow {
  readonly id: string;
  readonly steps: readonly { readonly id: string; readonly page: string; readonly typicalMs: number | undefined }[];
  /** A page, or an `app:` event. */
  readonly done: string | undefined;
}

export interface SignalTerm {
  readonly signal: SignalName;
  /** An element's name, or undefined for the rule's own place. */
  readonly on: string | undefined;
  readonly atLeast: number;
  readonly withinMs: number;
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
  /** Rest after the visitor closes one. */
  readonly afterDismissMs: number;
  readonly stopAfterDismissals: number;
}

/** Text in one language, or in several. */
export type Text = string | Readonly<Record<string, string>>;

export interface CallToAction {
  readonly label: Text;
  readonly do: 'close' | 'snooze' | 'open-url' | 'focus-element' | 'app-event' | 'talk-to-human';
  readonly target: string | undefined;
  readonly style: 'primary' | 'plain';
}

export interface NudgeText {
  readonly template: 'tooltip' | 'chat-invite';
  /** The element's name it belongs to; undefined means the element in trouble. */
  readonly at: string | undefined;
  readonly side: 'auto' | 'top' | 'bottom' | 'start' | 'end';
  readonly title: Text;
  readonly body: Text | undefined;
  readonly ctas: readonly CallToAction[];
}

export interface Rule {
  readonly id: string;
  readonly status: 'draft' | 'watch' | 'live' | 'paused';
  readonly why: Text | undefined;
  readonly where: {
    readonly page: readonly string[];
    readonly workflow: string | undefined;
    readonly step: readonly string[];
    readonly element: readonly string[];
  };
  readonly signals: readonly SignalTerm[];
  readonly help: { readonly score: number; readonly confidence: number };
  readonly limits: Limits;
  /** Absent for rules that only watch. */
  readonly nudge: NudgeText | undefined;
  /** What tells that the visitor got through. */
  readonly resolved: readonly { readonly event: AppSignal }[];
}

export interface Rules {
  /** Names the file in errors, `built-in` when there is none. */
  readonly file: string;
  readonly pages: readonly PagePlace[];
  readonly elements: readonly ElementPlace[];
  readonly workflows: readonly Workflow[];
  /** Over all rules together. */
  readonly limits: Limits;
  readonly rules: readonly Rule[];
}

// ---------------------------------------------------------------- Score, Decision, Nudge, Outcome

/** What one signal gave to a score. */
export interface Contribution {
  readonly signal: SignalName;
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
  readonly contributions: readonly Contribution[];
}

/** Why furrow spoke or stayed silent, in the order in which it is asked. */
export type Gate =
  | 'status' | 'where' | 'purpose' | 'score' | 'confidence'
  | 'dismissed' | 'never' | 'snoozed' | 'limit' | 'gap' | 'moment' | 'busy' | 'place'
  | 'show';

/** May we speak now? Silence is a decision too. */
export interface Decision {
  readonly id: string;
  readonly rule: string;
  readonly at: number;
  readonly show: boolean;
  /** The first gate that held it back, or `show`. */
  readonly gate: Gate;
  /** For people: the gate with its numbers (“score 32.1, needs 60”). */
  readonly because: string;
  readonly score: Score;
  /** At most three, the heaviest first. */
  readonly reasons: readonly Contribution[];
  /** When it is worth asking again. */
  readonly againAt: number | undefined;
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
 * · `action` (a button of the rule) · `resolved` (the trouble went away) · `gone` (its place or its page did) · `off` (furrow was switched off)
 */
export type OutcomeAnswer = 'closed' | 'not-now' | 'never' | 'human' | 'action' | 'resolved' | 'gone' | 'off';

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
}

/** What is handed to a person's tool when the visitor asks for one. It holds no values and is sent by nobody: the host opens its chat with it. */
export interface Handover {
  readonly rule: string;
  readonly route: string;
  readonly place: string;
  /** The reasons as the visitor read them. */
  readonly reasons: readonly string[];
}

/** The host's way to a person. */
export interface ChatAdapter {
  readonly id: string;
  open(handover: Handover): void;
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
  | (FactBase & { readonly kind: 'signal'; readonly name: string; readonly place: string; readonly strength: number; readonly signal: string; readonly evidence: Evidence })
  | (FactBase & { readonly kind: 'decision'; readonly rule: string; readonly gate: Gate; readonly score: number; readonly confidence: number })
  | (FactBase & { readonly kind: 'nudge'; readonly rule: string; readonly place: string; readonly template: string })
  | (FactBase & { readonly kind: 'outcome'; readonly rule: string; readonly answer: OutcomeAnswer; readonly afterMs: number; readonly whyOpened: boolean });

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
  error: FurrowError;
}

/** Every option has a right default; in the tag each is `data-` and the same word. */
export interface Options {
  /** A URL or the rules themselves. Left out: built-in rules watch and never speak. */
  readonly rules?: string | RulesFile;
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
  /** A contact page, offered as “Talk to a human” where no chat is connected with `use`. */
  readonly chat?: string;
  /** furrow stays off under `navigator.webdriver` unless told `allow`. */
  readonly automated?: 'allow';
  /** Take synthetic events too; for tests. Default false. */
  readonly untrusted?: boolean;
  readonly onError?: (error: FurrowError) => void;
  /** Default: every detector there is. */
  readonly detectors?: readonly Detector[];
}

/** What furrow does when asked for its reasons. */
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
  /** The last 50 signals, oldest first. */
  readonly signals: readonly Signal[];
  /** The last 50 decisions, silent ones included, oldest first. */
  readonly decisions: readonly Decision[];
}

export interface Furrow {
  /** Asks for consent, unless it has been answered. Resolves with the answer's receipt. */
  ask(): Promise<Receipt | undefined>;
  /** The host knows that the visitor said yes. Default: every purpose furrow would ask for. */
  grant(purposes?: readonly Purpose[]): void;
  refuse(): void;
  /** Ends everything and deletes everything, in every tab, without a reload. Resolves when it is gone. */
  withdraw(): Promise<void>;
  receipt(): Receipt | undefined;
  /** Subscribes; returns the way out. */
  on<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): Off;
  /** Connects the host's way to a person. */
  use(adapter: ChatAdapter): void;
  /** Tells what only the host can know. Ignored before a yes. */
  signal(name: AppSignal, detail?: { target?: Element; strength?: number }): void;
  explain(): Promise<Explanation>;
}

// ---------------------------------------------------------------- the parts that come late

/** What the prompt says and asks. */
export interface PromptOptions {
  readonly locale: string;
  readonly purposes: readonly Purpose[];
  /** Whether facts would leave the page. */
  readonly collects: boolean;
}

/** Shows the question once; resolves with the visitor's answer. Ends without one when `end` aborts. */
export type Prompt = (document: Document, options: PromptOptions, end: AbortSignal) => Promise<'granted' | 'refused' | 'dismissed'>;

/** All that one piece of help needs to be shown. */
export interface Help {
  readonly id: string;
  readonly text: NudgeText;
  /** The rule's own words for “why”; the reasons stand beside them. */
  readonly why: Text | undefined;
  /** What really happened, the heaviest first. */
  readonly reasons: readonly Contribution[];
  /** The element in trouble now; asked again when the page renders anew. Undefined: the help belongs to the page as a whole. */
  readonly anchor: () => Element | undefined;
  /** The element of that name that is on the page now. */
  readonly find: (name: string) => Element | undefined;
  readonly locale: string;
  /** How to reach a person: the host's adapter, a contact page's URL, or nothing. */
  readonly human: ((reasons: readonly string[]) => void) | string | undefined;
}

export interface HelpAnswer {
  readonly answer: OutcomeAnswer;
  readonly whyOpened: boolean;
  /** The `app:` event of the button pressed, when there is one. */
  readonly event?: AppSignal;
}

/** Shows help; at most one at a time. Returns the way to take it away again. `shown` is called once it really stands there. */
export type ShowHelp = (help: Help, on: { shown(): void; answer(answer: HelpAnswer): void }) => (because: 'resolved' | 'gone') => void;

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

/** Makes the showing of help, for one visit. */
export type CreateShowHelp = (window: Window & typeof globalThis, end: AbortSignal, onError: (error: unknown) => void) => ShowHelp;

/** What the gate hands to `run` once the visitor has said yes. */
export interface Visit {
  readonly window: Window & typeof globalThis;
  readonly options: Options;
  readonly receipt: Receipt;
  readonly records: Records;
  /** Ends the visit and everything that it opened. */
  readonly end: AbortSignal;
  /** The parts that come when they are needed. */
  readonly parts: Pick<Parts, 'detect' | 'rules' | 'report' | 'nudge'>;
  readonly chat: () => ChatAdapter | undefined;
  emit<K extends keyof Events>(type: K, event: Events[K]): void;
  fail(during: string, cause: unknown): void;
}

/** A visit that runs. */
export interface Running {
  signal: Furrow['signal'];
  explain(): Promise<Omit<Explanation, 'status'> & { readonly stored: readonly string[]; readonly waiting: number }>;
  /** Deletes the facts that wait. */
  purge(): Promise<void>;
}

export type Run = (visit: Visit) => Promise<Running>;

/** Checked rules, and everything that was wrong with them. */
export interface RulesRead {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
}

/** Reads and checks the rules. Never rejects: whatever happens there are rules. */
export type LoadRules = (source: string | RulesFile, fetchText: (url: string) => Promise<string>) => Promise<RulesRead>;

/** Tells a collector what happened: from nouns that live in the page to facts that may leave it. */
export interface Report {
  add<K extends keyof Events>(type: K, event: Events[K]): void;
  /** What is kept in this browser, and how many facts of it wait. */
  kept(): Promise<{ readonly stored: readonly string[]; readonly waiting: number }>;
  /** Deletes what waits. */
  purge(): Promise<void>;
}

/** What the report stage gets of the visit. */
export interface ReportContext {
  readonly page: Page;
  readonly rules: Rules;
  /** The names of the signals that the detectors of this visit tell: words that furrow or the host chose. */
  readonly signals: readonly SignalName[];
  /** Where batches go. */
  readonly url: string;
  /** Whether facts that wait may be kept in IndexedDB. */
  readonly durable: boolean;
  readonly purposes: readonly Purpose[];
  /** The key of this visit. */
  visit(): string;
  route(): string;
  fail(during: string, cause: unknown): void;
}

export type CreateReport = (context: ReportContext) => Report;

/** What noticing must be told: where things and the visitor are, what furrow itself does, and where to keep what outlives the page. */
export interface Surroundings {
  /** The nearest `data-furrow` name, or the structural path. */
  place(target: Element): string;
  names(target: Element): readonly string[];
  /** The first page pattern of the rules that matches, or `other`. */
  route(): string;
  pages(): readonly string[];
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

/** The noticing of one visit. */
export interface Noticing {
  /** The names of all that may be told. */
  readonly signals: readonly SignalName[];
  /** Starts every detector. */
  start(onSignal: (signal: Signal) => void): void;
  /** The host tells what only it can know. */
  tell: Furrow['signal'];
}

/** Begins to watch the page: what happens from now on is known when the detectors start. */
export type Notice = (page: Page, surroundings: Surroundings, workflows: readonly Workflow[]) => Noticing;

/** The parts that are fetched when they are needed, and not before. */
export interface Parts {
  /** With the yes. */
  run(): Promise<Run>;
  /** With the yes. */
  detect(): Promise<Notice>;
  /** When there is somebody to ask. */
  prompt(): Promise<Prompt>;
  /** With the yes, where the page has rules. */
  rules(): Promise<LoadRules>;
  /** With the yes, where the page has a collector. */
  report(): Promise<CreateReport>;
  /** With the first help. */
  nudge(): Promise<CreateShowHelp>;
}
