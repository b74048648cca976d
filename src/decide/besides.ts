import type { Aside, AsideAnswer, HelpPast, TakeAway } from '../parts';
import type { Decision, Outcome, Page, Records, Rule, Rules } from '../types';
import { createAskHelpful } from './askHelpful';
import { brokenFor } from './brokenFor';
import type { Deliberation } from './deliberate';
import { createGoodMoments } from './goodMoments';
import type { Here } from './here';
import type { KnownIncident } from './incidents';
import { createKnownProblems } from './knownProblems';
import type { Ledger } from './ledger';
import { personHeld } from './limits';

export interface BesidesContext extends Pick<Page, 'now' | 'after'> {
  readonly rules: Rules;
  readonly records: Pick<Records, 'read' | 'write'>;
  readonly ledger: Ledger;
  readonly deliberation: Pick<Deliberation, 'asked' | 'consider'>;
  readonly rate: HelpPast['rate'];
  here(): Here;
  /** The element of that name that is on the page now. */
  find(name: string): Element | undefined;
  anchorOf(rule: Rule): Element | undefined;
  /** What shows it can be used from then on. */
  ready(): Promise<unknown>;
  /** Undefined where it cannot be said now. */
  aside(about: Pick<Aside, 'kind' | 'anchor'> & Partial<Pick<Aside, 'text'>>, answered: (answer: AsideAnswer) => void): TakeAway | undefined;
  failed(cause: unknown): void;
}

/** What is said besides help. None of it counts against the limits of rules. */
export interface Besides {
  decided(decision: Decision): void;
  answered(outcome: Outcome): void;
  /** It works again. */
  over(incident: KnownIncident): void;
}

export function createBesides(context: BesidesContext): Besides {
  const { rules: { rules, quiet }, ledger, deliberation, here, anchorOf } = context;
  const ruleOf = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);
  const isLeftAlone = (): boolean => !!personHeld(ledger.past(), here().wallMs);
  const atGoodMoment = createGoodMoments({ ...context, quiet });
  const askHelpful = createAskHelpful({ ...context, atGoodMoment, isLeftAlone });
  const known = createKnownProblems({
    ...context, atGoodMoment, isLeftAlone,
    brokenFor(id) {
      const asked = deliberation.asked(id);
      return asked && brokenFor(asked);
    },
    wall: () => here().wallMs,
    incidentOf: (id) => here().host.incidents.find((incident) => incident.id === id),
    anchorOf(id) {
      const rule = ruleOf(id);
      return rule && anchorOf(rule);
    },
    again: (rule) => deliberation.consider([rule]),
  });
  return {
    decided: known.consider,
    answered(outcome) {
      const rule = ruleOf(outcome.rule);
      if (rule) askHelpful(rule, outcome);
    },
    over: known.over,
  };
}
