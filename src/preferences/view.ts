import type { Holdings, HelpPast } from '../parts';
import type { Options, Receipt } from '../types';
import type { PreferencesWords } from '../words/words';
import type { Allowed } from './allowed';
import type { Wishes } from './wishes';

/** What is seen of the centre now. */
export interface View {
  readonly receipt: Receipt | undefined;
  /** Whether somebody says no before the visitor can: their browser, or where this is. */
  readonly refused: 'signal' | 'blocked' | undefined;
  /** As they would be saved. */
  readonly allowed: Allowed;
  readonly wishes: Wishes;
  /** As they were saved last. */
  readonly before: Wishes;
  readonly past: HelpPast | undefined;
  /** What is held, for the notice that tells all. */
  readonly scores: Holdings['scores'];
  /** What is held, once the visitor wants to see it. */
  readonly held: Holdings | undefined;
  /** Whether to delete is the question. */
  readonly asks: boolean;
  /** What was done last. */
  readonly said: string;
}

export interface Acts {
  allow(allowed: Allowed): void;
  wish(wishes: Partial<Wishes>): void;
  save(): void;
  close(): void;
  /** Shows what is held, or no more. */
  look(): void;
  export(): void;
  /** Whether to delete. */
  ask(asks: boolean): void;
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
