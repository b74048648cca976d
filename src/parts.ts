/** What the parts of furrow promise each other. Most of them come late: they are fetched when they are needed, and not before. */
import type { VNode } from 'preact';
import type {
  AppSignal, Bar, Channel, ChatAdapter, ChatOpened, ConsentManager, Contribution, Counterfactual, Decision, Events, Explanation, Fact,
  Feedback, Furrow, Handover, HostWords, Nudge, NudgeText, Options, Outcome, OutcomeAnswer, Page, Problem, Purpose, Receipt, Records,
  Rule, Rules, Score, Signal, SignalFamily, SignalName, Text, Workflow,
} from './types';
import type { NudgeWords, PreferencesWords, PromptWords, WhyWords } from './words/words';

/** What the prompt says and asks. */
export interface PromptOptions {
  readonly words: PromptWords;
  readonly purposes: readonly Purpose[];
  /** Whether facts would leave the page. */
  readonly collects: boolean;
  /** What a yes would mean, as a line; where `last` was a yes to something else, the prompt says what has changed. */
  readonly fingerprint: string;
  readonly last: Receipt | undefined;
}

/** What was answered, to which words, and for how long it rests. */
export interface PromptAnswer extends Pick<Receipt, 'locale' | 'textHash' | 'dismissals'> {
  readonly answer: 'granted' | 'refused' | 'dismissed';
  /** Of a question that was closed: when it may be put again. */
  readonly expires?: string;
}

/** Puts the question, and passes the answer on. Resolves when there is an answer, whoever gave it. */
export type Prompt = (gate: GateContext) => Promise<void>;

/** The ways to a person; a chat that cannot be reached gives way to the contact page. */
export interface Human {
  /** Opens the host's chat with what the visitor left in the preview; undefined where no chat is connected. `route`: the page was struck out. */
  readonly chat: ((handed: Pick<Handover, 'place' | 'reasons' | 'text'> & { readonly route?: '' }) => Promise<ChatOpened>) | undefined;
  /** `false`: the chat opens empty whatever is handed to it, so there is nothing to strike out. */
  readonly prefills?: boolean;
  /** The host's contact page; safe to be a link. */
  readonly contact: string | undefined;
  /** The page as the visitor may hand it over: its path, without query. */
  readonly page: string;
  /** What happened before, the last first, in the words of reasons. */
  readonly trail: readonly Contribution[];
  readonly reach: ReturnType<NonNullable<ChatAdapter['reach']>>;
}

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
  /** Of the rule's own texts; furrow's own words are `words`. */
  readonly locale: string;
  readonly words: NudgeWords;
  /** How to reach a person; undefined where there is no way. */
  readonly human: Human | undefined;
  /** Opens the preference centre. */
  readonly settings: (opener: Element) => void;
  /** Fetches what is needed only when it is asked for. Undefined where it cannot be had. */
  readonly besides: () => Promise<Besides | undefined>;
}

export interface HelpAnswer {
  readonly answer: OutcomeAnswer;
  readonly whyOpened: boolean;
  /** The `app:` event of the button pressed, when there is one. */
  readonly event?: AppSignal;
  /** Of “not now”: how long. */
  readonly forMs?: number;
  /** Of “not now”: not on this page. */
  readonly here?: boolean;
}

/** Takes away what is shown. */
export type TakeAway = (because: 'resolved' | 'gone') => void;

/** Shows help; at most one thing at a time. Returns the way to take it away again. `shown` is called once it really stands there. */
export type ShowHelp = (help: Help, on: { shown(): void; answer(answer: HelpAnswer): void }) => TakeAway;

/**
 * What is said besides help. `known`: this does not work, and we know it · `works`: it works again · `helpful`: was the help any good?
 * `text` is the host's own, where it gave one.
 */
export interface Aside extends Pick<Help, 'anchor' | 'locale' | 'words' | 'settings' | 'besides'> {
  readonly kind: 'known' | 'works' | 'helpful';
  readonly text: Text | undefined;
}

/** `tell-me`: when it works again · `yes` and `no`: it was helpful, or not. */
export type AsideAnswer = 'tell-me' | 'yes' | 'no' | 'closed' | 'gone';

/** What stands in a card, under its title. */
export interface Content {
  readonly title: string;
  draw(): VNode;
}

/** What the card does for what stands in it. */
export interface CardContext {
  /** Draws it anew. `to`: what had the focus is gone, and it goes on to the first that matches. */
  readonly onChange: (to?: string) => void;
  readonly attempt: (task: () => void) => void;
}

/** What happened, with what the visitor calls its place: read while the place was there. */
export interface Told extends Contribution {
  readonly label: string;
}

/** One piece of help, as far as it is read when it comes to stand. */
export interface Reading extends Pick<Help, 'words' | 'counterfactual'> {
  /** What the visitor calls the place of the help, or empty. */
  readonly place: string;
  readonly reasons: readonly Told[];
  /** What happened before, which is no reason. */
  readonly trail: readonly Told[];
}

/** What stands in the card before a chat opens. */
export interface Handing extends Content {
  /** The visitor asked for a person: a chat that is handed nothing opens at once. */
  begin(): void;
}

export interface HandingContext extends CardContext {
  readonly human: Human;
  /** The page's URL; links are relative to it. */
  readonly base: string;
  readonly answer: (answer: OutcomeAnswer) => void;
  readonly onBack: () => void;
}

export interface AsideContext extends CardContext {
  /** Tells what the visitor said, at once; the aside stands on with its thanks. */
  readonly tell: (answer: AsideAnswer) => void;
  /** Takes the aside away. */
  readonly close: () => void;
}

/** What help needs only when it is asked for, and what is said besides help. */
export interface Besides {
  /** What happened, and what would have had to be otherwise. */
  why(reading: Reading): VNode;
  handover(reading: Reading, context: HandingContext): Handing;
  aside(aside: Aside, context: AsideContext): Content;
}

export type CreateBesides = (words: WhyWords) => Besides;

export type ShowAside = (aside: Aside, on: { answer(answer: AsideAnswer): void }) => TakeAway;

/** What a page can show to its visitor. */
export interface Showing {
  readonly help: ShowHelp;
  readonly aside: ShowAside;
}

/** Makes the showing, for one visit. */
export type CreateShowing = (window: Window & typeof globalThis, end: AbortSignal, onError: (error: unknown) => void) => Showing;

/** What the gate hands to `run` once the visitor has said yes. */
export interface Visit extends Pick<GateContext, 'window' | 'options' | 'furrow' | 'records' | 'parts' | 'emit' | 'fail'> {
  readonly receipt: Receipt;
  /** Ends the visit and everything that it opened. Its reason is the visitor's no, where that ends it. */
  readonly end: AbortSignal;
  /** The chat that the host has connected by `use`. */
  chat(): ChatAdapter | undefined;
  /** Another tab has told of an answer. */
  hear(told: unknown): void;
}

/** A visit that runs. */
export interface Running {
  signal: Furrow['signal'];
  /** What the host tells, and told before the yes; nobody hears it where there are no rules. */
  readonly host: HostWords | undefined;
  /** Shows the nudge of a rule now, whatever its gates say; for the inspect overlay. Nothing is counted or told. */
  rehearse(rehearsal: Rehearsal): void;
  explain(): Promise<Omit<Explanation, 'status'> & { readonly stored: readonly string[]; readonly waiting: number }>;
  /** What help there was, and what the visitor said of it; nothing where there are no rules. */
  readonly past: HelpPast | undefined;
  /** Everything that is held; of the records only those that end with the tab. */
  holdings(): Promise<Omit<Holdings, 'receipt' | 'records'> & Partial<Pick<Holdings, 'records'>>>;
  /** Deletes the facts that wait; with `atCollector` the collector is asked to delete those of this visit too. Resolves with the names of what was deleted. */
  purge(atCollector?: boolean): Promise<readonly string[]>;
}

/** Everything that furrow holds of this browser, as `export()` writes it and the preference centre shows it. */
export interface Holdings {
  readonly receipt: Receipt | undefined;
  /** Small records by key, as they are stored. */
  readonly records: Readonly<Record<string, unknown>>;
  /** The last 50 of this page, as plain data: names, places, numbers. */
  readonly signals: readonly unknown[];
  readonly scores: readonly unknown[];
  /** The last 50, those in which furrow stayed silent included. */
  readonly decisions: readonly unknown[];
  /** What waits to be sent, as it would be sent. */
  readonly waiting: readonly Fact[];
}

/** Help that was given before, in this browser. */
export interface HelpPast {
  /** Of this visit, the last first. */
  recent(): readonly RecentHelp[];
  /** Rules that the visitor has silenced for good, or for so long. */
  silenced(): readonly { readonly rule: string; readonly title: Text; readonly until: number | undefined }[];
  /** The visitor wants it again. */
  revive(rule: string): void;
  /** Whether it was helpful. */
  rate(nudge: string, helpful: boolean): void;
}

export interface RecentHelp {
  readonly nudge: string;
  readonly rule: string;
  readonly title: Text;
  /** Unix time in ms. */
  readonly at: number;
  readonly answer: OutcomeAnswer | undefined;
  readonly helpful: boolean | undefined;
}

/** What the gate gives to whoever works for it. */
export interface GateContext {
  readonly window: Window & typeof globalThis;
  readonly options: Options & { readonly locale: string };
  readonly furrow: Furrow;
  /** Why the browser says no, where it does. */
  readonly refusal: string | undefined;
  readonly records: Records;
  /** Fetches the parts that come when they are needed. */
  readonly parts: Parts;
  /** The last receipt, of this page or of one before it, valid or not. */
  last(): Receipt | undefined;
  /** The visit, where one runs. */
  running(): Promise<Running | undefined>;
  /** Deletes all records but the answer; returns their keys. */
  clear(): readonly string[];
  /** Begins the visit anew, with nothing kept. */
  restart(): void;
  emit<K extends keyof Events>(type: K, event: Events[K]): void;
  fail(during: string, cause: unknown): void;
}

/** Where a visitor, or a developer, asks furrow what it has and what it does. */
export interface Desk extends Pick<Furrow, 'export' | 'forget' | 'explain'> {
  /** Opens the preference centre. */
  preferences(opener: Element | undefined): Promise<void>;
  /** Opens the inspect overlay. */
  inspect(): Promise<void>;
}

export type CreateDesk = (gate: GateContext) => Desk;

/** Opens the preference centre; a second call while it is open does nothing. */
export type OpenPreferences = (gate: GateContext & { readonly words: PreferencesWords; readonly opener: Element | undefined }) => void;

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
  /** The facts that wait, as they would be sent. */
  facts(): Promise<readonly Fact[]>;
  /** Deletes what waits; with `atCollector` it asks the collector to delete what it has of this visit. */
  purge(atCollector?: boolean): Promise<void>;
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
  feedback(feedback: Feedback): void;
}

export interface Speaking {
  readonly host: HostWords;
  readonly past: HelpPast;
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

/** Begins to watch the page: what happens from now on is known when the detectors start. Left out, all families are noticed. */
export type Notice = (page: Page, surroundings: Surroundings, workflows: readonly Workflow[], families?: readonly SignalFamily[]) => Noticing;

/** The files that furrow is made of besides the gate, by name (`furrow.core.js`); each exports one thing. */
export interface Files {
  /** With the yes. */
  readonly core: Run;
  /** With the yes. */
  readonly detect: Notice;
  /** With the yes, where the page has rules. */
  readonly rules: LoadRules;
  /** With the yes, where the page has rules. */
  readonly speak: CreateSpeaking;
  /** With the yes, where the page has a collector. */
  readonly report: CreateReport;
  /** When there is somebody to ask. */
  readonly prompt: Prompt;
  /** With the first help. */
  readonly nudge: CreateShowing;
  /** Once the first help stands. */
  readonly besides: CreateBesides;
  /** When somebody asks furrow something. */
  readonly desk: CreateDesk;
  /** When the visitor asks for it. */
  readonly preferences: OpenPreferences;
  /** For `?furrow=inspect`, where the host allows it. */
  readonly inspect: Inspect;
  /** Words by language, with what they are shown in. */
  readonly [words: `prompt.${string}`]: PromptWords;
  readonly [words: `nudge.${string}`]: NudgeWords;
  readonly [words: `why.${string}`]: WhyWords;
  readonly [words: `preferences.${string}`]: PreferencesWords;
  /** Where the tag names one. */
  readonly [adapter: `cmp.${string}`]: (options: { readonly category: string | undefined }) => ConsentManager;
  readonly [adapter: `chat.${string}`]: (options: { readonly category: string | undefined }) => ChatAdapter;
}

/** Fetches a part when it is needed, and not before. */
export type Parts = <Name extends keyof Files>(name: Name) => Promise<Files[Name]>;
