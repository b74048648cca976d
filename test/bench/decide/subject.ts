import { createDeliberation } from '../../../src/decide/deliberate';
import { createHost } from '../../../src/decide/host';
import { createLedger } from '../../../src/decide/ledger';
import { createMoment } from '../../../src/decide/moment';
import { createSurroundings } from '../../../src/decide/surroundings';
import { readRules } from '../../../src/rules/read';
import { createScorer } from '../../../src/score/scorer';
import type { Signal } from '../../../src/types';
import { createFakeRecords, MORNING_MS } from '../../decide/given';
import { createFakePage } from '../../support/fakePage';

/** What is measured: all that happens between a signal and the decisions about it, on a page whose clock is moved by hand. */
export interface Subject {
  /** A signal comes: it is scored, and every rule that it counts for is decided. */
  hear(signal: Signal): void;
  /** The clock goes on. What falls due is done, and not measured. */
  pass(ms: number): Promise<void>;
  now(): number;
  /** How often each way a decision ended. */
  readonly codes: Map<string, number>;
}

const PATH = '/checkout/*';

export function createSubject(file: object): Subject {
  const { rules, problems } = readRules(file, 'bench.json');
  if (problems.length) throw new Error(JSON.stringify(problems));
  const page = createFakePage({ window: windowStub() });
  const wall = (): number => MORNING_MS + page.now();
  const records = createFakeRecords();
  const codes = new Map<string, number>();
  const scorer = createScorer(rules, (at) => MORNING_MS + at);
  const ledger = createLedger(records, { visit: () => 'v1', page: 'p1', wall, lock: () => Promise.resolve(() => undefined), after: page.after });
  const host = createHost(records, wall, (_during, cause) => { throw cause; });
  let standing: string | undefined;
  const here = createSurroundings(page, createMoment(page), {
    pages: () => [PATH], steps: () => [], purposes: ['notice', 'help'], host: host.state, visit: () => 'v1', standing: () => standing, wall, lastAt: scorer.lastAt,
  });
  const deliberation = createDeliberation({
    rules, ledger, here, now: page.now, after: page.after, ready: () => Promise.resolve(), spoke: scorer.spoke,
    scoreOf: (rule) => scorer.at(rule, page.now()), barOf: (rule) => scorer.bar(rule, page.now()), placeOf: () => ({ isHidden: false }),
  }, {
    decision: ({ code }) => codes.set(code, (codes.get(code) ?? 0) + 1),
    help({ id }) {
      standing = id;
      deliberation.shown(id);
      page.after(READ_MS, () => {
        standing = undefined;
        deliberation.answered({ rule: id, answer: 'gone' });
      });
    },
    failed(cause) { throw cause; },
  });

  return {
    hear: (signal) => deliberation.consider(scorer.add(signal, page.now()).map(({ rule }) => rule)),
    async pass(ms) {
      page.advance(ms);
      for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
    },
    now: page.now,
    codes,
  };
}

/** A nudge is read and passed over. */
const READ_MS = 8000;

/** Enough for what a showing promises. */
const TURNS = 8;

/** As much of a window as deciding asks. */
function windowStub(): Window & typeof globalThis {
  const document = { hidden: false, fullscreenElement: null, querySelectorAll: () => [] };
  return { document, navigator: { onLine: true }, matchMedia: () => ({ matches: false }), Element: class {} } as unknown as Window & typeof globalThis;
}
