/** What the parts of furrow promise each other. Most of them come late: they are fetched when they are needed, and not before. */
import type {
  AppSignal, Bar, Channel, ChatAdapter, Contribution, Counterfactual, Decision, Events, Explanation, Furrow,
  HostWords, Nudge, NudgeText, Options, Outcome, OutcomeAnswer, Page, Problem, Purpose, Receipt, Records,
  Rule, Rules, Score, Signal, SignalName, Text, Workflow,
} from './types';

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
  readonly counterfactual: Counterfactual | undefined;
  /** The most that may be shown: `chip` opens only when the visitor presses it. */
  readonly channel: Channel;
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
  /** Of “not now”: how long. */
  readonly forMs?: number;
}

/** Shows help; at most one at a time. Returns the way to take it away again. `shown` is called once it really stands there. */
export type ShowHelp = (help: Help, on: { shown(): void; answer(answer: HelpAnswer): void }) => (because: 'resolved' | 'gone') => void;

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
  readonly parts: Pick<Parts, 'detect' | 'rules' | 'speak' | 'report' | 'nudge'>;
  readonly chat: () => ChatAdapter | undefined;
  emit<K extends keyof Events>(type: K, event: Events[K]): void;
  fail(during: string, cause: unknown): void;
}

/** A visit that runs. */
export interface Running {
  signal: Furrow['signal'];
  /** What the host tells, and told before the yes; nobody hears it where there are no rules. */
  readonly host: HostWords | undefined;
  /** Shows the nudge of a rule now, whatever its gates say; for the inspect overlay. Nothing is counted or told. */
  rehearse(rehearsal: Rehearsal): void;
  explain(): Promise<Omit<Explanation, 'status'> & { readonly stored: readonly string[]; readonly waiting: number }>;
  /** Deletes the facts that wait. */
  purge(): Promise<void>;
}

/** A nudge to be looked at. */
export interface Rehearsal {
  readonly rule: string;
  /** 0 is the rule's nudge, 1 and 2 are what comes `then`. */
  readonly stage?: number;
  readonly variant?: string;
  readonly locale?: string;
  readonly channel?: Channel;
}

/** Opens the inspect overlay, for one page; it ends when it is closed. */
export type Inspect = (window: Window & typeof globalThis, furrow: Furrow, rehearse: (rehearsal: Rehearsal) => void) => void;

export type Run = (visit: Visit) => Promise<Running>;

/** Checked rules, and everything that was wrong with them. */
export interface RulesRead {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
}

/** Reads and checks the rules. Never rejects: whatever happens there are rules. */
export type LoadRules = (source: NonNullable<Options['rules']>, fetchText: (url: string) => Promise<string>) => Promise<RulesRead>;

/** Tells a collector what happened: from nouns that live in the page to facts that may leave it. */
export interface Report {
  /** `now` is when it happened: what is told before this part was loaded comes late. */
  add<K extends keyof Events>(type: K, event: Events[K], now: number): void;
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
  /** Which of the visit's page loads this is, from 1. */
  load(): number;
  route(): string;
  fail(during: string, cause: unknown): void;
}

export type CreateReport = (context: ReportContext) => Report;

/** Keeps the scores of all rules. Times are those of the page. */
export interface Scorer {
  /** Hears a signal, or more about one that it heard. Returns the scores it touched, in the order of the rules. */
  add(signal: Signal, now: number): readonly Score[];
  at(rule: Rule, now: number): Score;
  /** Where the rule's score stands to what the rule needs. */
  bar(rule: Rule, now: number): Bar;
  /** The rule's visitor got through: what was heard counts no more. Where a signal says so, the scorer knows of itself. */
  forget(rule: Rule): void;
  /** The rule has spoken; its bar counts as spent until the score has fallen. */
  spoke(rule: Rule): void;
  /** When a signal of that name was last told. */
  lastAt(name: SignalName): number | undefined;
  /** What would have kept the rule silent, had it not happened. Undefined where help is not due, or no three reasons would change that. */
  without(rule: Rule, now: number): Counterfactual | undefined;
}

/** What speaking gets of the visit. */
export interface SpeakingContext {
  readonly visit: Visit;
  readonly page: Page;
  readonly rules: Rules;
  readonly problems: readonly Problem[];
  readonly places: Pick<Surroundings, 'route' | 'pages' | 'steps'> & {
    /** The element of that name that is on the page now. */
    find(name: string): Element | undefined;
    /** Where the help of that element stands, where the rules name another place for it. */
    near(name: string): Element | undefined;
  };
  readonly scorer: Scorer;
  /** The key of the visit. */
  key(): string;
}

export interface SpeakingListeners {
  decision(decision: Decision): void;
  /** The nudge stands on the page. */
  nudge(nudge: Nudge): void;
  outcome(outcome: Outcome): void;
}

export interface Speaking {
  readonly host: HostWords;
  /** A signal was told, and has touched these scores. */
  consider(signal: Signal, scores: readonly Score[]): void;
  rehearse: Running['rehearse'];
  explain(): Pick<Explanation, 'problems' | 'rules' | 'toString'>;
}

export type CreateSpeaking = (context: SpeakingContext, tell: SpeakingListeners) => Speaking;

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
  /** With the yes, where the page has rules. */
  speak(): Promise<CreateSpeaking>;
  /** With the yes, where the page has a collector. */
  report(): Promise<CreateReport>;
  /** With the first help. */
  nudge(): Promise<CreateShowHelp>;
  /** For `?furrow=inspect`, where the host allows it. */
  inspect(): Promise<Inspect>;
}
