import type { CreateSpeaking } from './parts';
import type { Preferences, Rule } from './types';
import { createLock } from './browser/lock';
import { createBesides } from './decide/besides';
import { createDeliberation } from './decide/deliberate';
import { explain } from './decide/explain';
import { createHelpPast } from './decide/helpPast';
import { createHost } from './decide/host';
import { createLedger } from './decide/ledger';
import { createMoment } from './decide/moment';
import { nudgeOf } from './decide/nudgeOf';
import { pathKey } from './decide/pathKey';
import { placeAt } from './decide/placeAt';
import { createResolved } from './decide/resolved';
import { createSurroundings } from './decide/surroundings';
import { createOffer } from './nudge/offer';

/** From scores to help that stands on the page: decides when to speak, offers, and hears what becomes of it. */
export const createSpeaking: CreateSpeaking = ({ visit, page, rules, problems, places, scorer, key }, tell) => {
  const { records, options, receipt: { purposes }, fail } = visit;
  const { now, after } = page;
  const { lastAt } = scorer;
  const wall = Date.now; // the same for all tabs, also after a machine has slept
  const failed = (cause: unknown): void => fail('showing help', cause);
  const scoreOf = (rule: Rule) => scorer.at(rule, now());

  const host = createHost(records, wall, fail, (incident) => besides.over(incident));
  const ledger = createLedger(records, {
    visit: key, page: String(page.window.performance.timeOrigin), path: () => pathKey(page.path()), keepMs: () => host.state().keepMs ?? Infinity, wall, lock: createLock(page), after,
  });
  const offer = createOffer(visit, { ...places, now, after, lastAt, scores: () => rules.rules.map(scoreOf) }, {
    nudge(nudge) {
      deliberation.shown(nudge.rule, nudge.id);
      tell.nudge(nudge);
    },
    outcome(outcome) {
      deliberation.answered(outcome);
      tell.outcome(outcome);
      if (outcome.answer === 'mute') want({ level: 'none' });
      besides.answered(outcome);
    },
    unshown: (rule) => deliberation.unshown(rule),
  });
  const here = createSurroundings(page, createMoment(page), { ...places, purposes, host: host.state, visit: key, standing: offer.standing, wall, lastAt });
  const deliberation = createDeliberation({
    rules, ledger, here, now, after, scoreOf, barOf: (rule) => scorer.bar(rule, now()), spoke: scorer.spoke, ready: offer.ready,
    placeOf: (rule, nudge) => placeAt(offer.anchorOf(rule, scoreOf(rule), { ...nudge, at: nudge.steps[0]?.at ?? nudge.at })),
  }, {
    decision(decision) {
      tell.decision(decision);
      besides.decided(decision);
    },
    help: (rule, decision) => offer.make(rule, decision, scorer.without(rule, now())),
    failed,
  });
  const resolved = createResolved(page, rules.rules, { ...places, forget: scorer.forget }, offer.resolve);
  const past = createHelpPast({
    rules: rules.rules, ledger, wall, wishes: host.state,
    want: (level) => want({ level }),
    rated: (rule, nudge, helpful) => tell.feedback({ nudge, rule, at: now(), helpful }),
  });
  const besides = createBesides({
    rules, records, ledger, deliberation, here, now, after, failed, find: places.find, ready: offer.ready, aside: offer.aside, rate: past.rate,
    anchorOf: (rule) => offer.anchorOf(rule, scoreOf(rule)),
  });

  /** The visitor said so elsewhere than in the page's own settings. */
  function want(preferences: Preferences): void {
    host.prefer(preferences);
    visit.emit('preferences', preferences);
  }

  return {
    host,
    past,
    consider(signal, scores) {
      for (const score of scores) resolved(signal, score);
      deliberation.consider(scores.map(({ rule }) => rule));
    },
    rehearse({ rule: id, stage = 0, variant, channel, locale = options.locale ?? '' }) {
      const rule = rules.rules.find((each) => each.id === id);
      const nudge = rule && nudgeOf(rule, stage, variant);
      if (nudge) offer.rehearse(rule, { nudge, locale, channel: channel ?? nudge.template, score: scoreOf(rule) });
    },
    explain: () => explain(rules, problems, deliberation.asked, (rule) => scorer.without(rule, now())),
  };
};
