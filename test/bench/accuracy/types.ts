import type { Page } from 'playwright';

/** What one person does at one page, and what somebody watching would say of it. */
export interface Scenario {
  readonly id: string;
  /** The file it stands in. */
  readonly family: string;
  /** What happens, in a sentence. */
  readonly what: string;
  /** Why it is labelled so. */
  readonly why: string;
  /** The page it plays on. */
  readonly page: string;
  readonly steps: readonly Step[];
  /** Signals that must be told. None: the behaviour is honest. */
  readonly truth: readonly string[];
  /** Signals on which researchers differ; told or not, they are not scored. */
  readonly ok: readonly string[];
  /** The element that the trouble is about; several where either is right. */
  readonly target?: string | readonly string[];
  /** A true signal that names another element is a false alarm. */
  readonly strict?: true;
  /** Left out of the score, because of this. */
  readonly doubtful?: string;
  readonly screen: 'desktop' | 'touch' | 'zoomed';
  /** What the page does by itself meanwhile, and how it is written; the names are those of page/shell.js. */
  readonly query?: string;
  /** The page that was open before. */
  readonly before?: string;
  /** What is scrolled to before anything is done; without it, what the first step is about. */
  readonly view?: string;
}

/** One verb with what it needs; the verbs are those of actor/. */
export type Step = Readonly<Record<string, unknown>>;

/** A point of the window, in CSS pixels. */
export type Point = readonly [x: number, y: number];

/** An element, or a point of the window. */
export type Target = string | Point;

/** How a verb is done; each takes what concerns it. Lengths are px, times ms. */
export interface How {
  /** How often, and the time from one beginning to the next. */
  readonly n?: number;
  readonly gap?: number;
  readonly ms?: number;
  /** How far a hand misses what it hit before. */
  readonly jitter?: number;
  readonly tremor?: number;
  /** Where in the element: across and down, 0 to 1. */
  readonly at?: Point;
  readonly hold?: number;
  readonly button?: 'left' | 'right' | 'middle';
  /** Keys held meanwhile. */
  readonly keys?: readonly string[];
  readonly axis?: 'x' | 'y' | 'circle' | 'chaos';
  readonly amp?: number;
  readonly hz?: number;
  readonly by?: Point;
  readonly to?: Target;
  /** The element that points are counted from. */
  readonly from?: string;
  readonly rest?: number;
  /** The time between the repeats of a held key. */
  readonly every?: number;
}

/** A signal as a contestant told it. */
export interface Told {
  readonly signal: string;
  /** A selector or path; only an `#id` in it is compared. */
  readonly target?: string | undefined;
  /** Unix ms. */
  readonly t?: number;
}

/** What came out of one run. */
export interface Result {
  readonly told: readonly Told[];
  /** Why the run is not the scenario that was written. */
  readonly spoiled?: string | undefined;
  readonly ms: number;
}

/** A request that arrived at the collector. */
export interface Arrived {
  readonly url: string;
  readonly body: Buffer;
}

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
}

/** An SDK in the contest; a hook is what its script tells the runner. It is loaded as a site would load it; the page offers it `BENCH.collector` (its backend) and `BENCH.tell(any)`. */
export interface Contestant<Hook = unknown> {
  readonly label: string;
  readonly version: string;
  /** The signals it offers, by furrow's names. */
  readonly offers: readonly string[];
  /** How its signals are read. */
  readonly read: string;
  /** The ms its slowest verdict may take after the last step. */
  readonly settleMs: number;
  /** True in the page once it watches. */
  readonly ready: string;
  /** The classic script that stands in the head of every page. */
  script(): string | Promise<string>;
  /** The bytes that its script loads later, all parts together. */
  readonly laterBytes?: number;
  /** Its backend's answer. */
  respond?(request: { readonly url: string }): Answer | undefined;
  /** Makes it send what it holds. */
  flush?(page: Page): Promise<void>;
  /** Makes signals, by furrow's names, of what it told and sent. */
  collect(heard: { readonly hooked: readonly Hook[]; readonly requests: readonly Arrived[] }): readonly Told[];
}
