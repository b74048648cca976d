import type { Aside, AsideAnswer, HelpPast, TakeAway } from '../parts';
import type { Outcome, OutcomeAnswer, Page, Rule } from '../types';
import { armOf } from './arm';
import type { AtGoodMoment } from './goodMoments';
import type { Ledger } from './ledger';

export interface AskHelpfulContext {
  readonly ledger: Ledger;
  readonly rate: HelpPast['rate'];
  readonly now: Page['now'];
  readonly atGoodMoment: AtGoodMoment;
  /** The visitor has asked for a person. */
  isLeftAlone(): boolean;
  /** Undefined where it cannot be asked now. */
  aside(about: Pick<Aside, 'kind' | 'anchor'>, answered: (answer: AsideAnswer) => void): TakeAway | undefined;
  anchorOf(rule: Rule): Element | undefined;
}

/** One nudge in ten: enough to know, and seldom enough to be no nuisance. */
const SHARE = 0.1;

/** Later it would be a question about something that is over. */
const PATIENCE_MS = 30_000;

/** Whoever wants less help is not asked about it, and whoever wants a person is left to them. */
const ASKED_AFTER: readonly OutcomeAnswer[] = ['action', 'resolved', 'closed'];

/** Asks now and then, after help had its answer, whether it was helpful: at most once in a visit, and the same nudge never twice. */
export function createAskHelpful({ ledger, rate, now, atGoodMoment, isLeftAlone, aside, anchorOf }: AskHelpfulContext): (rule: Rule, outcome: Pick<Outcome, 'nudge' | 'answer' | 'at'>) => void {
  function wasAsked(): boolean {
    const { all, here } = ledger.past();
    return all.some(({ what, visit }) => what === 'asked' && visit === here.visit);
  }

  return (rule, { nudge, answer, at }) => {
    if (!ASKED_AFTER.includes(answer) || armOf(nudge, 'helpful') >= SHARE) return;
    atGoodMoment(() => now() - at < PATIENCE_MS && !wasAsked() && !isLeftAlone(), () => {
      const takeAway = aside({ kind: 'helpful', anchor: () => anchorOf(rule) }, (said) => {
        if (said === 'yes' || said === 'no') rate(nudge, said === 'yes');
      });
      if (takeAway) ledger.rated(rule, 'asked', nudge);
      return !!takeAway;
    });
  };
}
