import type { Nudge, Outcome, Rule, Running, RulesRead, Score, Signal, Visit } from './types';
import { fetchText } from './browser/fetchText';
import { createPage } from './browser/page';
import { createPlaces } from './browser/places';
import { createRecords } from './browser/records';
import { decide } from './decide/decide';
import { createLedger } from './decide/ledger';
import { createMoment } from './decide/moment';
import { createOffer } from './nudge/offer';
import { createVisit } from './report/visit';
import { builtInRules } from './rules/builtIn';
import { createScorer } from './score/scorer';
import { createWitness } from './witness';

/** One visit, in the order in which things happen: signal → score → decision → nudge → outcome. It ends with `visit.end`. */
export async function run(visit: Visit): Promise<Running> {
  const { window, options, receipt: { purposes }, records, end, fail, parts } = visit;
  const [{ rules, problems }, notice] = await Promise.all([rulesOf(visit), parts.detect()]);
  end.throwIfAborted();
  const page = createPage(window, end, { untrusted: !!options.untrusted, onError: (cause, during) => fail(during, cause) });
  const wall = (): number => window.performance.timeOrigin + page.now();
  const tab = createRecords(window, options.storage === 'memory' ? 'memory' : 'session');
  const visitKey = createVisit(tab, wall);
  const places = createPlaces(page, rules);
  const isOwn = (url: string): boolean => !!options.collect && url === new URL(options.collect, window.document.baseURI).href;
  const noticing = notice(page, { ...places, isOwn, tab, device: records }, rules.workflows);
  const scorer = createScorer(rules);
  const ledger = createLedger(records, { id: visitKey(), page: String(window.performance.timeOrigin) });
  const moment = createMoment(page);
  const { tell, ...witness } = createWitness(visit, { page, rules, signals: noticing.signals, visit: visitKey, route: places.route });
  const offer = createOffer(visit, { now: page.now, find: places.find, route: places.route }, { nudge: onNudge, outcome: onOutcome });
  const again = new Map<Rule, () => void>();

  function onSignal(signal: Signal): void {
    tell('signal', signal);
    const touched = scorer.add(signal, page.now());
    for (const rule of rules.rules) {
      const score = touched.find((each) => each.rule === rule.id);
      if (score && isOver(rule, signal, score)) offer.resolve(rule.id);
      if (score) onScore(rule, score);
    }
  }

  function onScore(rule: Rule, score: Score): void {
    tell('score', score);
    const now = page.now();
    const decision = decide(rule, score, {
      now, wallMs: wall(), pages: places.pages(), steps: places.steps(), purposes, limits: rules.limits,
      bar: scorer.bar(rule, now), moment: moment(), busy: offer.busy(), hasPlace: !!offer.anchorOf(rule, score),
    }, ledger.past(rule.id, wall()));
    tell('decision', decision);
    again.get(rule)?.();
    if (decision.againAt !== undefined) again.set(rule, page.after(decision.againAt - now, () => onScore(rule, scorer.at(rule, page.now()))));
    if (!decision.show) return;
    scorer.spoke(rule);
    offer.make(rule, decision);
  }

  function onNudge(nudge: Nudge): void {
    ledger.shown(nudge.rule, wall());
    tell('nudge', nudge);
  }

  function onOutcome(outcome: Outcome): void {
    ledger.answered(outcome.rule, outcome.answer, wall());
    tell('outcome', outcome);
  }

  noticing.start(onSignal);

  return {
    signal: noticing.tell,
    async explain() {
      const { stored, waiting } = await witness.kept();
      return { problems, signals: witness.signals(), decisions: witness.decisions(), stored: [...tab.keys(), ...stored], waiting };
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

/** The trouble went away: the rule's own word for it came, or what made its score was taken back. Fading alone is no solution. */
function isOver({ resolved, help }: Rule, { name, strength }: Signal, { value }: Score): boolean {
  return resolved.some(({ event }) => event === name) || (strength === 0 && value < help.score);
}
