import type { Holdings, HelpPast } from '../parts';
import type { Options, Receipt } from '../types';
import type { PreferencesWords } from '../words/words';
import type { Allowed } from './allowed';
import type { Wishes } from './wishes';

/** What is seen of the centre now. */
export interface View {
  readonly receipt: Receipt | undefined;
  /** The browser has said no for the visitor, who cannot say yes then. */
  readonly isRefused: boolean;
  /** As they would be saved. */
  readonly allowed: Allowed;
  readonly wishes: Wishes;
  /** As they were saved last. */
  readonly before: Wishes;
  readonly past: HelpPast | undefined;
  /** For the notice that tells all. */
  readonly scores: Holdings['scores'];
  /** While the visitor looks at it. */
  readonly held: Holdings | undefined;
  /** What was done last. */
  readonly said: string;
}

export interface Acts {
  allow(allowed: Allowed): void;
  wish(wishes: Partial<Wishes>): void;
  save(): void;
  close(): void;
  /** Whether to show what is held. */
  look(isWanted: boolean): void;
  export(): void;
  remove(): void;
  stop(): void;
  rate(nudge: string, helpful: boolean): void;
  revive(rule: string): void;
}

/** What every part of the centre is drawn from. */
export interface Drawn {
  readonly words: PreferencesWords;
  readonly options: Options;
  /** All that can be allowed here. */
  readonly all: Allowed;
  /** What the host honours besides furrow itself. */
  readonly honours: readonly string[];
  readonly view: View;
  readonly acts: Acts;
}
