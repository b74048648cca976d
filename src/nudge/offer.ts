import type { Help, HelpAnswer, Showing, TakeAway, Visit } from '../parts';
import type { Channel, Counterfactual, Decision, Nudge, NudgeText, Outcome, Rule, Score } from '../types';
import type { NudgeWords } from '../words/words';
import { anchorFor, type Finder } from './anchorFor';
import { humanFor } from './human';
import { troublesOf } from './troublesOf';

/** Where an offer looks, besides the visit itself. */
export interface Surroundings extends Finder {
  now(): number;
  route(): string;
}

/** Who is told. */
export interface OfferListeners {
  /** The nudge stands on the page. */
  nudge(nudge: Nudge): void;
  /** What became of a nudge that stood there. */
  outcome(outcome: Outcome): void;
  /** The rule's nudge was to be shown and never stood there. */
  unshown(rule: string): void;
}

/** A nudge to be looked at by those who make it. Its reasons are what happened so far, however little. */
export interface Rehearsed {
  readonly nudge: NudgeText;
  readonly channel: Channel;
  readonly locale: string;
  readonly score: Score;
}

export interface Offer {
  /** The rule whose help stands there or is on its way; a rehearsal does not count. */
  standing(): string | undefined;
  /** The element the help of a rule would stand at: its own nudge, where no other is given. */
  anchorOf(rule: Rule, score: Score, nudge?: NudgeText): Element | undefined;
  /** Fetches what shows help, unless it is here already. */
  ready(): Promise<unknown>;
  /** Shows what the decision says, with what would have had to be otherwise. */
  make(rule: Rule, decision: Decision, counterfactual?: Counterfactual): void;
  /** Shows a nudge, unless a real one stands there. It takes the last rehearsed one's place; nobody is told, and no chat opens. */
  rehearse(rule: Rule, rehearsed: Rehearsed): void;
  /** The trouble is over: takes the rule's help away, if it stands. */
  resolve(rule: string): void;
}

/** What stands there now, or is on its way. */
interface Standing {
  readonly rule: string;
  /** When it came to stand; help that finds no place never does. */
  since: number | undefined;
  close: TakeAway | undefined;
}

/** No more than a decision has. */
const MOST_REASONS = 3;

/** Offers help: fetches the nudge UI with the first nudge, shows one at a time, and tells what became of it. */
export function createOffer(visit: Pick<Visit, 'window' | 'options' | 'end' | 'parts' | 'chat' | 'settings' | 'fail'>, { now, route, ...finder }: Surroundings, tell: OfferListeners): Offer {
  const { window, options, end, parts, chat, settings, fail } = visit;
  let showing: Showing | undefined;
  let current: Standing | undefined;

  async function fetchUi(): Promise<Showing> {
    if (showing) return showing;
    const create = await parts.nudge();
    // Whoever else waited for it has the same one: it shows one thing at a time.
    return showing ??= create(window, end, failed);
  }

  function fetchWords(locale: string): Promise<NudgeWords> {
    return parts.words('nudge', locale);
  }

  function anchorOf(rule: Rule, score: Score, nudge = rule.nudge): Element | undefined {
    return anchorFor(rule, nudge?.at, score, finder);
  }

  async function make(rule: Rule, decision: Decision, counterfactual: Counterfactual | undefined): Promise<void> {
    const { id, nudge: text, channel, reasons, score } = decision;
    // what comes `then` takes the place of what the visitor passed over
    if (current?.rule === rule.id) current.close?.('gone');
    if (!text || current) return tell.unshown(rule.id);
    const mine: Standing = { rule: rule.id, since: undefined, close: undefined };
    current = mine;
    try {
      const locale = options.locale ?? '';
      const [show, words] = await Promise.all([fetchUi(), fetchWords(locale)]);
      if (current !== mine || end.aborted) return;
      const place = reasons[0]?.place ?? 'page';
      mine.close = show.help({
        ...common(rule, text, score), id, channel, reasons, counterfactual, locale, words,
        human: humanFor(visit, { rule: rule.id, route: route() }, troublesOf(score)),
      }, {
        shown() {
          mine.since = now();
          tell.nudge({ id, rule: rule.id, at: mine.since, template: text.template, place });
        },
        answer: (said) => finish(mine, id, said),
      });
    } catch (cause) {
      giveUp(mine);
      throw cause;
    }
  }

  async function rehearse(rule: Rule, { nudge, channel, locale, score }: Rehearsed): Promise<void> {
    const [show, words] = await Promise.all([fetchUi(), fetchWords(locale)]);
    if (current || end.aborted) return;
    show.help({
      ...common(rule, nudge, score), id: 'rehearsal', channel, locale, words, counterfactual: undefined,
      reasons: troublesOf(score).slice(0, MOST_REASONS),
      human: humanFor({ window, options, chat: () => chat() && { id: 'rehearsal', open: () => undefined } }, { rule: rule.id, route: route() }, troublesOf(score)),
    }, { shown: () => undefined, answer: () => undefined });
  }

  function common(rule: Rule, text: NudgeText, score: Score): Pick<Help, 'text' | 'why' | 'find' | 'anchor' | 'settings'> {
    return { text, settings, why: rule.why, find: finder.find, anchor: () => anchorOf(rule, score, text) };
  }

  function finish(mine: Standing, nudge: string, said: HelpAnswer): void {
    const { rule, since } = mine;
    if (since === undefined) return giveUp(mine);
    if (current === mine) current = undefined;
    const at = now();
    tell.outcome({ nudge, rule, at, afterMs: at - since, ...said });
  }

  /** What never stood there makes room. A visit that has ended tells nothing more of it. */
  function giveUp(mine: Standing): void {
    if (current !== mine) return;
    current = undefined;
    if (!end.aborted) tell.unshown(mine.rule);
  }

  function failed(cause: unknown): void {
    fail('showing help', cause);
  }

  return {
    standing: () => current?.rule,
    anchorOf,
    ready: () => Promise.all([fetchUi(), fetchWords(options.locale ?? '')]),
    make: (rule, decision, counterfactual) => void make(rule, decision, counterfactual).catch(failed),
    rehearse: (rule, rehearsed) => void rehearse(rule, rehearsed).catch(failed),
    resolve(rule) {
      if (current?.rule !== rule) return;
      if (current.close) current.close('resolved');
      else giveUp(current);
    },
  };
}
