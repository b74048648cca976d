import type { Decision, Nudge, Outcome, Rule, Running, RulesRead, Score, Signal, Visit } from './types';
import { fetchText } from './browser/fetchText';
import { createLock } from './browser/lock';
import { createPage } from './browser/page';
import { createPlaces } from './browser/places';
import { createRecords } from './browser/records';
import { createDeliberation } from './decide/deliberate';
import { explain } from './decide/explain';
import { createHost } from './decide/host';
import { createLedger } from './decide/ledger';
import { createMoment } from './decide/moment';
import { nudgeOf } from './decide/nudgeOf';
import { placeAt } from './decide/placeAt';
import { createResolved } from './decide/resolved';
import { createSurroundings } from './decide/surroundings';
import { createOffer } from './nudge/offer';
import { createVisit } from './report/visit';
import { builtInRules } from './rules/builtIn';
import { createScorer } from './score/scorer';
import { problemsOf } from './optionProblems';
import { createWitness } from './witness';

/** One visit, in the order in which things happen: signal → score → decision → nudge → outcome. It ends with `visit.end`. */
export async function run(visit: Visit): Promise<Running> {
  const { window, options, receipt: { purposes }, records, end, fail, parts } = visit;
  const [{ rules, problems }, notice] = await Promise.all([rulesOf(visit), parts.detect()]);
  end.throwIfAborted();
  for (const problem of problemsOf(options)) fail('the options', problem);
  const page = createPage(window, end, { untrusted: !!options.untrusted, onError: (cause, during) => fail(during, cause) });
  const wall = (at: number): number => window.performance.timeOrigin + at; // of one page, in its order; `Date.now` is the same for all tabs
  const tab = createRecords(window, options.storage === 'memory' ? 'memory' : 'session');
  const { key, load } = createVisit(tab, Date.now);
  const places = createPlaces(page, rules);
  const isOwn = (url: string): boolean => !!options.collect && url === new URL(options.collect, window.document.baseURI).href;
  const noticing = notice(page, { ...places, isOwn, tab, device: records }, rules.workflows);
  const scorer = createScorer(rules, wall);
  const host = createHost(records, Date.now, fail);
  const ledger = createLedger(records, { visit: key, page: String(window.performance.timeOrigin), wall: Date.now, lock: createLock(page), after: page.after });
  const { tell, ...witness } = createWitness(visit, { page, rules, signals: noticing.signals, visit: key, load, route: places.route });
  const offer = createOffer(visit, { now: page.now, ...places }, { nudge: onNudge, outcome: onOutcome, unshown: (rule) => deliberation.unshown(rule) });
  const here = createSurroundings(page, createMoment(page), { ...places, purposes, host: host.state, visit: key, standing: offer.standing, wall: Date.now, lastAt: scorer.lastAt });
  const deliberation = createDeliberation({
    rules, ledger, here, now: page.now, after: page.after, spoke: scorer.spoke, scoreOf: (rule) => scorer.at(rule, page.now()), barOf: (rule) => scorer.bar(rule, page.now()),
    placeOf: (rule, nudge) => placeAt(offer.anchorOf(rule, scorer.at(rule, page.now()), nudge)),
  }, { decision: (decision) => tell('decision', decision), help: onHelp, failed: (cause) => fail('deciding', cause) });
  const resolved = createResolved(page, rules.rules, places, offer.resolve);

  function onSignal(signal: Signal): void {
    const now = page.now(); // one time for the score and for the fact that it is replayed from
    tell('signal', signal, now);
    const scores = scorer.add(signal, now);
    for (const score of scores) onScore(score, signal);
    deliberation.consider(scores.map(({ rule }) => rule));
  }

  function onScore(score: Score, signal: Signal): void {
    tell('score', score);
    resolved(signal, score);
  }

  function onHelp(rule: Rule, decision: Decision): void {
    offer.make(rule, decision, scorer.without(rule, page.now()));
  }

  function onNudge(nudge: Nudge): void {
    deliberation.shown(nudge.rule);
    tell('nudge', nudge);
  }

  function onOutcome(outcome: Outcome): void {
    deliberation.answered(outcome);
    tell('outcome', outcome);
  }

  noticing.start(onSignal);

  return {
    host,
    signal: noticing.tell,
    rehearse({ rule: id, stage = 0, variant, channel, locale = options.locale ?? '' }) {
      const rule = rules.rules.find((each) => each.id === id);
      const nudge = rule && nudgeOf(rule, stage, variant);
      if (nudge) offer.rehearse(rule, { nudge, locale, channel: channel ?? nudge.template, score: scorer.at(rule, page.now()) });
    },
    async explain() {
      const { stored, waiting } = await witness.kept();
      const explained = explain(rules, problems, deliberation.asked, (rule) => scorer.without(rule, page.now()));
      return { ...explained, signals: witness.signals(), decisions: witness.decisions(), stored: [...tab.keys(), ...stored], waiting };
    },
    purge: witness.purge,
  };
}

/** The page's rules, or the built-in ones, which watch and never speak. */
async function rulesOf({ window, options: { rules }, end, parts, fail }: Visit): Promise<RulesRead> {
  const builtIn = { rules: builtInRules, problems: [] };
  if (rules === undefined) return builtIn;
  try {
    const loadRules = await parts.rules();
    const read = await loadRules(rules, (url) => fetchText(window, url, end));
    if (end.aborted) return builtIn; // nobody waits for them any more
    for (const { file, path, message } of read.problems) fail('reading the rules', [file, path, message].filter(Boolean).join(': '));
    return read;
  } catch (cause) {
    fail('reading the rules', cause);
    return builtIn;
  }
}
