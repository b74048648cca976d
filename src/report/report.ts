import type { Decision, Nudge, Outcome, Page, Purpose, Rules, Signal, Store } from '../types';
import { createAnonymiser } from './anonymise';
import { furrowFormat } from './encode/furrow';
import { createQueue } from './queue';
import { createSend } from './send';

export interface ReportContext {
  readonly page: Page;
  readonly store: Store;
  readonly rules: Rules;
  /** Where batches go. */
  readonly url: string;
  readonly sdk: string;
  readonly purposes: readonly Purpose[];
  visit(): string;
  route(): string;
  fail(cause: unknown): void;
}

/** Tells a collector what happened: from nouns that live in the page to facts that may leave it. */
export interface Report {
  signal(signal: Signal): void;
  decision(decision: Decision): void;
  nudge(nudge: Nudge): void;
  outcome(outcome: Outcome): void;
  /** Facts that wait in this browser. */
  waiting(): Promise<number>;
  /** Deletes what waits. */
  purge(): Promise<void>;
}

export function createReport({ page, store, rules, url, sdk, purposes, visit, route, fail }: ReportContext): Report {
  const wall = (at: number): number => page.window.performance.timeOrigin + at;
  const anonymise = createAnonymiser({ rules, route, wall });
  const queue = createQueue({ page, store, send: createSend(page, url, furrowFormat, () => wall(page.now())), visit, purposes, sdk, wall, onError: fail });

  return {
    signal: (signal) => queue.add(anonymise.signal(signal)),
    decision(decision) {
      const fact = anonymise.decision(decision);
      if (fact) queue.add(fact);
    },
    nudge: (nudge) => queue.add(anonymise.nudge(nudge)),
    outcome: (outcome) => queue.add(anonymise.outcome(outcome)),
    waiting: () => queue.waiting(),
    purge: () => queue.clear(),
  };
}

/** Without an address, or without the purpose to improve, nothing leaves; what an earlier visit left can still be deleted. */
export function createSilence(store: Store): Report {
  const nothing = (): void => undefined;
  return { signal: nothing, decision: nothing, nudge: nothing, outcome: nothing, waiting: () => Promise.resolve(0), purge: () => store.clear() };
}
