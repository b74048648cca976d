import type { CreateSpeaking } from './parts';
import type { Rule } from './types';
import { createLock } from './browser/lock';
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

/** From scores to help that stands on the page: decides when to speak, offers, and hears what becomes of it. */
export const createSpeaking: CreateSpeaking = ({ visit, page, rules, problems, places, scorer, key }, tell) => {
  const { records, options, receipt: { purposes }, fail } = visit;
  const wall = Date.now; // the same for all tabs, also after a machine has slept
  const host = createHost(records, wall, fail);
  const ledger = createLedger(records, { visit: key, page: String(page.window.performance.timeOrigin), wall, lock: createLock(page), after: page.after });
  const offer = createOffer(visit, { now: page.now, ...places }, {
    nudge(nudge) {
      deliberation.shown(nudge.rule);
      tell.nudge(nudge);
    },
    outcome(outcome) {
      deliberation.answered(outcome);
      tell.outcome(outcome);
    },
    unshown: (rule) => deliberation.unshown(rule),
  });
  const here = createSurroundings(page, createMoment(page), { ...places, purposes, host: host.state, visit: key, standing: offer.standing, wall, lastAt: scorer.lastAt });
  const scoreOf = (rule: Rule) => scorer.at(rule, page.now());
  const deliberation = createDeliberation({
    rules, ledger, here, now: page.now, after: page.after, scoreOf, barOf: (rule) => scorer.bar(rule, page.now()), spoke: scorer.spoke, ready: offer.ready,
    placeOf: (rule, nudge) => placeAt(offer.anchorOf(rule, scoreOf(rule), nudge)),
  }, {
    decision: tell.decision,
    help: (rule, decision) => offer.make(rule, decision, scorer.without(rule, page.now())),
    failed: (cause) => fail('showing help', cause),
  });
  const resolved = createResolved(page, rules.rules, { ...places, forget: scorer.forget }, offer.resolve);

  return {
    host,
    past: { recent: () => [], silenced: () => [], revive: () => undefined, rate: () => undefined },
    consider(signal, scores) {
      for (const score of scores) resolved(signal, score);
      deliberation.consider(scores.map(({ rule }) => rule));
    },
    rehearse({ rule: id, stage = 0, variant, channel, locale = options.locale ?? '' }) {
      const rule = rules.rules.find((each) => each.id === id);
      const nudge = rule && nudgeOf(rule, stage, variant);
      if (nudge) offer.rehearse(rule, { nudge, locale, channel: channel ?? nudge.template, score: scoreOf(rule) });
    },
    explain: () => explain(rules, problems, deliberation.asked, (rule) => scorer.without(rule, page.now())),
  };
};
