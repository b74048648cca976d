import type { Decision, Detector, Report, ReportContext, Rule, Running, RulesRead, Score, Signal, Visit } from './types';
import { fetchText } from './browser/fetchText';
import { createPage } from './browser/page';
import { createPlaces } from './browser/places';
import { createRecent } from './browser/recent';
import { createRecords } from './browser/records';
import { decide } from './decide/decide';
import { createLedger } from './decide/ledger';
import { createMoment } from './decide/moment';
import { createEmit } from './detect/emit';
import { createWatch } from './detect/watch';
import { createOffer } from './nudge/offer';
import { createVisit } from './report/visit';
import { builtInRules } from './score/builtIn';
import { createScorer } from './score/scorer';

/** One visit, in the order in which things happen: signal → score → decision → nudge → outcome, and facts of each. It ends with `visit.end`. */
export async function run(visit: Visit, detectors: readonly Detector[]): Promise<Running> {
  const { window, options, receipt: { purposes }, records, end, parts, chat, emit, fail } = visit;
  const { rules, problems } = await rulesOf(visit);
  const page = createPage(window, end, { untrusted: !!options.untrusted, onError: (cause, during) => fail(during, cause) });
  const wall = (): number => window.performance.timeOrigin + page.now();
  const tab = createRecords(window, options.storage === 'memory' ? 'memory' : 'session');
  const places = createPlaces(page, rules);
  const scorer = createScorer(rules);
  const ledger = createLedger(records, { id: createVisit(tab, wall)(), page: String(window.performance.timeOrigin) });
  const moment = createMoment(page);
  const report = await reportOf(visit, { page, rules, visit: createVisit(tab, wall), route: places.route });
  const watch = createWatch(page, places, rules.workflows, tab);
  const signals = createRecent<Signal>();
  const decisions = createRecent<Decision>();
  const againOf = new Map<Rule, () => void>();

  const tell: Visit['emit'] = (type, event) => {
    emit(type, event);
    report?.add(type, event);
  };

  const offer = createOffer({
    window, end, locale: options.locale ?? '', contact: options.chat, chat, load: parts.nudge, find: places.find, route: places.route, now: page.now,
    fail: (cause) => fail('showing help', cause),
    onNudge(nudge) {
      ledger.shown(nudge.rule, wall());
      tell('nudge', nudge);
    },
    onOutcome(outcome) {
      ledger.answered(outcome.rule, outcome.answer, wall());
      tell('outcome', outcome);
    },
  });

  function onSignal(signal: Signal): void {
    signals.add(signal);
    tell('signal', signal);
    const touched = scorer.add(signal, page.now());
    for (const rule of rules.rules) {
      const score = touched.find((each) => each.rule === rule.id);
      if (score && isOver(rule, signal, score)) offer.resolve(rule.id);
      if (score) consider(rule, score);
    }
  }

  function consider(rule: Rule, score: Score): void {
    tell('score', score);
    const decision = decide(rule, score, {
      now: page.now(), wallMs: wall(), pages: places.pages(), steps: places.steps(), purposes, bar: scorer.bar(rule, page.now()),
      limits: rules.limits, moment: moment(), busy: offer.busy(), hasPlace: !!offer.anchorOf(rule, score),
    }, ledger.past(rule.id, wall()));
    decisions.add(decision);
    tell('decision', decision);
    againOf.get(rule)?.();
    if (decision.againAt !== undefined) againOf.set(rule, page.after(decision.againAt - page.now(), () => consider(rule, scorer.at(rule, page.now()))));
    if (!decision.show) return;
    scorer.spoke(rule);
    offer.make(rule, decision);
  }

  const see = createEmit(page, places, onSignal);
  for (const detector of detectors) page.attempt(() => detector.start(watch, see));

  return {
    signal: (name, { target, strength = 1 } = {}) => void see({ name, at: page.now(), strength, ...(target && { target }) }),
    async explain() {
      const { stored, waiting } = await report?.kept() ?? { stored: [], waiting: 0 };
      return { problems, signals: signals.all(), decisions: decisions.all(), stored: [...tab.keys(), ...stored], waiting };
    },
    async purge() {
      for (const key of tab.keys()) tab.remove(key);
      await report?.purge();
    },
  };
}

/** The page's rules, or the built-in ones, which watch and never speak. */
async function rulesOf({ window, options, end, parts, fail }: Visit): Promise<RulesRead> {
  const { rules: source } = options;
  const builtIn = { rules: builtInRules, problems: [] };
  if (source === undefined) return builtIn;
  try {
    const loadRules = await parts.rules();
    const read = await loadRules(source, (url) => fetchText(window, url, end));
    for (const { file, path, message } of read.problems) fail('reading the rules', [file, path, message].filter(Boolean).join(': '));
    return read;
  } catch (cause) {
    fail('reading the rules', cause);
    return builtIn;
  }
}

/** What tells the collector; nothing where the page has none, or the visitor did not agree to it. */
async function reportOf({ options, receipt: { purposes }, parts, fail }: Visit, here: Pick<ReportContext, 'page' | 'rules' | 'visit' | 'route'>): Promise<Report | undefined> {
  if (!options.collect || !purposes.includes('improve')) return undefined;
  try {
    const createReport = await parts.report();
    return createReport({ ...here, url: options.collect, durable: (options.storage ?? 'local') === 'local', purposes, fail });
  } catch (cause) {
    fail('loading the report', cause);
    return undefined;
  }
}

/** The trouble went away: the rule's own word for it came, or what made its score was taken back. Fading alone is no solution. */
function isOver({ resolved, help }: Rule, { name, strength }: Signal, { value }: Score): boolean {
  return resolved.some(({ event }) => event === name) || (strength === 0 && value < help.score);
}
