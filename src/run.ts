import type { CreateSpeaking, Running, RulesRead, Visit } from './parts';
import type { Score, Signal } from './types';
import { createDeviceRecords } from './browser/deviceRecords';
import { fetchText } from './browser/fetchText';
import { keptUntil } from './browser/keptUntil';
import { createPage } from './browser/page';
import { createPlaces } from './browser/places';
import { createRecords } from './browser/records';
import { createTabs } from './consent/tabs';
import { problemsOf } from './optionProblems';
import { createVisit } from './report/visit';
import { builtInRules } from './rules/builtIn';
import { createScorer } from './score/scorer';
import { heldBy } from './held';
import { createWitness } from './witness';

/** One visit, in the order in which things happen: signal → score → decision → nudge → outcome. It ends with `visit.end`. */
export async function run(visit: Visit): Promise<Running> {
  const { window, options, receipt, end, fail, parts } = visit;
  createTabs(window, end, (told) => visit.hear(told));
  if (!options.receipt) visit.hear(visit.records.read('receipt')); // another tab may have said no meanwhile
  const [{ rules, problems }, notice, createSpeaking] = await Promise.all([rulesOf(visit), parts('detect'), speakingOf(visit)]);
  end.throwIfAborted();
  for (const problem of problemsOf(options)) fail('the options', problem);
  const page = createPage(window, end, { untrusted: String(options.untrusted ?? false) !== 'false', onError: (cause, during) => fail(during, cause) });
  const wall = (at: number): number => window.performance.timeOrigin + at;
  const records = keptUntil(end, visit.records);
  const tab = keptUntil(end, createRecords(window, options.storage === 'memory' ? 'memory' : 'session'));
  const { key, load } = createVisit(tab, Date.now);
  const places = createPlaces(page, rules);
  const isOwn = (url: string): boolean => !!options.collect && url === new URL(options.collect, window.document.baseURI).href;
  const noticing = notice(page, { ...places, isOwn, tab, device: createDeviceRecords(records, Date.now) }, rules.workflows, receipt.families);
  const scorer = createScorer(rules, wall);
  const { tell, ...witness } = createWitness(visit, { page, rules, signals: noticing.signals, visit: key, load, route: places.route });
  const speaking = createSpeaking?.({ visit: { ...visit, records }, page, rules, problems, places, scorer, key }, {
    decision: (decision) => tell('decision', decision),
    nudge: (nudge) => tell('nudge', nudge),
    outcome: (outcome) => tell('outcome', outcome),
    feedback: (feedback) => tell('feedback', feedback),
  });

  function onSignal(signal: Signal): void {
    const now = page.now(); // one time for the score and for the fact that it is replayed from
    tell('signal', signal, now);
    const scores = scorer.add(signal, now);
    scores.forEach(onScore);
    speaking?.consider(signal, scores);
  }

  function onScore(score: Score): void {
    tell('score', score);
  }

  noticing.start(onSignal);

  return {
    host: speaking?.host,
    signal: noticing.tell,
    rehearse: (rehearsal) => speaking?.rehearse(rehearsal),
    async explain() {
      const { stored, waiting } = await witness.kept();
      const explained = speaking?.explain() ?? { problems, rules: [], toString: () => 'furrow has no rules: it notices, and says nothing' };
      return { ...explained, signals: witness.signals(), decisions: witness.decisions(), stored: [...tab.keys(), ...stored], waiting };
    },
    past: speaking?.past,
    holdings: () => heldBy({ page, rules, scorer, witness, tab }),
    async purge(atCollector) {
      const { stored } = await witness.kept();
      await witness.purge(atCollector);
      return stored;
    },
  };
}

/** What decides and speaks; without rules there is nothing to say. */
async function speakingOf({ options: { rules }, parts, fail }: Visit): Promise<CreateSpeaking | undefined> {
  if (rules === undefined) return undefined;
  try {
    return await parts('speak');
  } catch (cause) {
    fail('loading what speaks', cause);
    return undefined;
  }
}

/** The page's rules, or the built-in ones, which watch and never speak. */
async function rulesOf({ window, options: { rules }, end, parts, fail }: Visit): Promise<RulesRead> {
  const builtIn = { rules: builtInRules, problems: [] };
  if (rules === undefined) return builtIn;
  try {
    const loadRules = await parts('rules');
    const read = await loadRules(rules, (url) => fetchText(window, url, end));
    if (end.aborted) return builtIn; // nobody waits for them any more
    for (const { file, path, message } of read.problems) fail('reading the rules', [file, path, message].filter(Boolean).join(': '));
    return read;
  } catch (cause) {
    fail('reading the rules', cause);
    return builtIn;
  }
}
