import type { ChatAdapter, CreateShowHelp, Decision, Handover, HelpAnswer, Nudge, Outcome, Rule, Score } from '../types';

/** What an offer needs to know of the visit. */
export interface OfferContext {
  readonly window: Window & typeof globalThis;
  readonly end: AbortSignal;
  readonly locale: string;
  /** The host's contact page, where there is one. */
  readonly contact: string | undefined;
  chat(): ChatAdapter | undefined;
  load(): Promise<CreateShowHelp>;
  find(name: string): Element | undefined;
  route(): string;
  now(): number;
  fail(cause: unknown): void;
  /** The nudge stands on the page. */
  onNudge(nudge: Nudge): void;
  onOutcome(outcome: Outcome): void;
}

export interface Offer {
  /** Whether something is being shown. */
  busy(): boolean;
  /** The element the help of a rule would stand at. */
  anchorOf(rule: Rule, score: Score): Element | undefined;
  make(rule: Rule, decision: Decision): void;
  /** The trouble is over: takes the rule's help away, if it stands. */
  resolve(rule: string): void;
}

/** What stands there now, or is on its way. */
interface Standing {
  readonly rule: string;
  close: ((because: 'resolved' | 'gone') => void) | undefined;
}

/** Offers help: fetches the nudge UI with the first nudge, shows one at a time, and tells what became of it. */
export function createOffer(context: OfferContext): Offer {
  let showHelp: ReturnType<CreateShowHelp> | undefined;
  let current: Standing | undefined;

  function anchorOf(rule: Rule, { contributions }: Score): Element | undefined {
    const named = rule.nudge?.at ?? rule.where.element[0];
    const troubled = contributions.find((contribution) => contribution.target?.isConnected);
    return (rule.nudge?.at ? undefined : troubled?.target) ?? (named ? context.find(named) : troubled && context.find(troubled.place));
  }

  async function make(rule: Rule, decision: Decision): Promise<void> {
    const { nudge: text } = rule;
    if (!text || current) return;
    const mine: Standing = { rule: rule.id, close: undefined };
    current = mine;
    try {
      showHelp ??= (await context.load())(context.window, context.end, context.fail);
      if (current !== mine || context.end.aborted) return;
      const place = decision.reasons[0]?.place ?? 'page';
      let since = context.now();
      mine.close = showHelp({
        id: decision.id, text, why: rule.why, reasons: decision.reasons, locale: context.locale,
        anchor: () => anchorOf(rule, decision.score),
        human: humanFor({ rule: rule.id, route: context.route(), place }),
      }, {
        shown() {
          since = context.now();
          context.onNudge({ id: decision.id, rule: rule.id, at: since, template: text.template, place });
        },
        answer: (answer) => finish(mine, decision, since, answer),
      });
    } catch (cause) {
      current = undefined;
      context.fail(cause);
    }
  }

  function finish(mine: Standing, decision: Decision, since: number, { answer, whyOpened, event }: HelpAnswer): void {
    if (current === mine) current = undefined;
    const at = context.now();
    context.onOutcome({ nudge: decision.id, rule: decision.rule, at, answer, afterMs: at - since, whyOpened, ...(event && { event }) });
  }

  function humanFor(handover: Omit<Handover, 'reasons'>): ((reasons: readonly string[]) => void) | string | undefined {
    return context.chat() ? (reasons) => context.chat()?.open({ ...handover, reasons }) : context.contact;
  }

  return {
    busy: () => !!current,
    anchorOf,
    make: (rule, decision) => void make(rule, decision),
    resolve(rule) {
      if (current?.rule !== rule) return;
      if (current.close) current.close('resolved');
      else current = undefined;
    },
  };
}
