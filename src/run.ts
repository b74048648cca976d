import type { Decision, Detector, Problem, Rule, Running, Score, Signal, Visit } from './types';
import { fetchText } from './browser/fetchText';
import { createPage } from './browser/page';
import { createPlaces } from './browser/places';
import { createRecords } from './browser/records';
import { createMemoryStore, createStore } from './browser/store';
import { decide } from './decide/decide';
import { createLedger } from './decide/ledger';
import { createMoment } from './decide/moment';
import { createEmit } from './detect/emit';
import { createWatch } from './detect/watch';
import { createOffer } from './nudge/offer';
import { createReport, createSilence } from './report/report';
import { createVisit } from './report/visit';
import { loadRules } from './score/load';
import { createScorer } from './score/scorer';

declare const VERSION: string;

/** What `explain` remembers of signals and of decisions. */
const REMEMBERED = 50;

/** One visit, in the order in which things happen: signal → score → decision → nudge → outcome, and facts of each. It ends with `visit.end`. */
export async function run(visit: Visit, detectors: readonly Detector[]): Promise<Running> {
  const { window, options, receipt, records, end, emit, fail, chat } = visit;
  const { purposes } = receipt;
  const { rules, problems } = await loadRules(options.rules, (url) => fetchText(window, url, end));
  for (const problem of problems) fail('reading the rules', sentenceOf(problem));

  const page = createPage(window, end, { untrusted: !!options.untrusted, onError: (cause, during) => fail(during, cause) });
  const tab = createRecords(window, options.storage === 'memory' ? 'memory' : 'session');
  const store = (options.storage ?? 'local') === 'local' ? createStore('furrow', (cause) => fail('keeping facts', cause)) : createMemoryStore();
  const wall = (): number => window.performance.timeOrigin + page.now();
  const visitKey = createVisit(tab, wall);
  const places = createPlaces(page, rules);
  const watch = createWatch(page, places, rules.workflows, tab);
  const scorer = createScorer(rules);
  const ledger = createLedger(records, { id: visitKey(), page: String(window.performance.timeOrigin) });
  const moment = createMoment(page);
  const report = options.collect && purposes.includes('improve')
    ? createReport({ page, store, rules, url: options.collect, sdk: `furrow/${VERSION}`, purposes, visit: visitKey, route: places.route, fail: (cause) => fail('sending facts', cause) })
    : createSilence(store);
  const offer = createOffer({
    window, end, locale: options.locale ?? '', contact: options.chat, chat, load: visit.nudge, find: places.find, route: places.route, now: page.now,
    fail: (cause) => fail('showing help', cause),
    onNudge(nudge) {
      ledger.shown(nudge.rule, wall());
      emit('nudge', nudge);
      report.nudge(nudge);
    },
    onOutcome(outcome) {
      ledger.answered(outcome.rule, outcome.answer, wall());
      emit('outcome', outcome);
      report.outcome(outcome);
    },
  });

  const signals: Signal[] = [];
  const decisions: Decision[] = [];
  const againOf = new Map<Rule, () => void>();

  function onSignal(signal: Signal): void {
    remember(signals, signal);
    emit('signal', signal);
    report.signal(signal);
    const touched = scorer.add(signal, page.now());
    for (const rule of rules.rules) {
      const score = touched.find((each) => each.rule === rule.id);
      if (!score) continue;
      if (isOver(rule, signal, score)) offer.resolve(rule.id);
      consider(rule, score);
    }
  }

  function consider(rule: Rule, score: Score): void {
    emit('score', score);
    const here = { now: page.now(), wallMs: wall(), pages: places.pages(), steps: places.steps(), purposes, bar: scorer.bar(rule, page.now()), limits: rules.limits, moment: moment(), busy: offer.busy(), hasPlace: !!offer.anchorOf(rule, { score }) };
    const decision = decide(rule, score, here, ledger.past(rule.id, wall()));
    remember(decisions, decision);
    emit('decision', decision);
    report.decision(decision);
    againOf.get(rule)?.();
    if (decision.againAt !== undefined) againOf.set(rule, page.after(decision.againAt - page.now(), () => consider(rule, scorer.at(rule, page.now()))));
    if (!decision.show) return;
    scorer.spoke(rule);
    offer.make(rule, decision);
  }

  const tell = createEmit(page, places, onSignal);
  for (const detector of detectors) page.attempt(() => detector.start(watch, tell));

  return {
    signal: (name, { target, strength = 1 } = {}) => void tell({ name, at: page.now(), strength, ...(target && { target }) }),
    explain: async () => ({ problems, signals: [...signals], decisions: [...decisions], stored: [...tab.keys(), ...await store.keys()], waiting: await report.waiting() }),
    async purge() {
      for (const key of tab.keys()) tab.remove(key);
      await report.purge();
    },
  };
}

/** The trouble went away: the rule's own word for it came, or what made its score was taken back. Fading alone is no solution. */
function isOver({ resolved, help }: Rule, { name, strength }: Signal, { value }: Score): boolean {
  return resolved.some(({ event }) => event === name) || (strength === 0 && value < help.score);
}

function remember<T>(kept: T[], one: T): void {
  kept.push(one);
  if (kept.length > REMEMBERED) kept.shift();
}

function sentenceOf({ file, path, message }: Problem): string {
  return path ? `${file}: ${path}: ${message}` : `${file}: ${message}`;
}
