import type { CreateShowHelp, Decision, Handover, HelpAnswer, Nudge, Outcome, Rule, Score, Visit } from '../types';

/** Where an offer looks, besides the visit itself. */
export interface Surroundings {
  now(): number;
  /** The element of that name that is on the page now. */
  find(name: string): Element | undefined;
  route(): string;
}

/** Who is told. */
export interface OfferListeners {
  /** The nudge stands on the page. */
  nudge(nudge: Nudge): void;
  /** What became of a nudge that stood there. */
  outcome(outcome: Outcome): void;
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
  /** When it came to stand; help that finds no place never does. */
  since: number | undefined;
  close: ((because: 'resolved' | 'gone') => void) | undefined;
}

/** Offers help: fetches the nudge UI with the first nudge, shows one at a time, and tells what became of it. */
export function createOffer({ window, options, end, parts, chat, fail }: Pick<Visit, 'window' | 'options' | 'end' | 'parts' | 'chat' | 'fail'>, { now, find, route }: Surroundings, tell: OfferListeners): Offer {
  let showHelp: ReturnType<CreateShowHelp> | undefined;
  let current: Standing | undefined;

  function anchorOf(rule: Rule, { contributions }: Score): Element | undefined {
    const { at } = rule.nudge ?? {};
    const troubles = contributions.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
    const there = at ? undefined : troubles.find(({ target }) => target?.isConnected)?.target;
    const named = at ?? rule.where.element[0] ?? troubles[0]?.place;
    return there ?? (named === undefined ? undefined : find(named));
  }

  async function make(rule: Rule, decision: Decision): Promise<void> {
    const { nudge: text } = rule;
    if (!text || current) return;
    const mine: Standing = { rule: rule.id, since: undefined, close: undefined };
    current = mine;
    try {
      showHelp ??= (await parts.nudge())(window, end, failed);
      if (current !== mine || end.aborted) return;
      const place = decision.reasons[0]?.place ?? 'page';
      mine.close = showHelp({
        id: decision.id, text, why: rule.why, reasons: decision.reasons, locale: options.locale ?? '', find,
        anchor: () => anchorOf(rule, decision.score),
        human: humanFor({ rule: rule.id, route: route(), place }),
      }, {
        shown() {
          mine.since = now();
          tell.nudge({ id: decision.id, rule: rule.id, at: mine.since, template: text.template, place });
        },
        answer: (answer) => finish(mine, decision, answer),
      });
    } catch (cause) {
      if (current === mine) current = undefined;
      failed(cause);
    }
  }

  function finish(mine: Standing, { id, rule }: Decision, { answer, whyOpened, event }: HelpAnswer): void {
    if (current === mine) current = undefined;
    if (mine.since === undefined) return;
    const at = now();
    tell.outcome({ nudge: id, rule, at, answer, afterMs: at - mine.since, whyOpened, ...(event && { event }) });
  }

  function humanFor(handover: Omit<Handover, 'reasons'>): ((reasons: readonly string[]) => void) | string | undefined {
    return chat() ? (reasons) => chat()?.open({ ...handover, reasons }) : options.chat;
  }

  function failed(cause: unknown): void {
    fail('showing help', cause);
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
