import type { Aside, AsideAnswer, Help, HelpAnswer, TakeAway, Visit } from '../parts';
import type { Channel, Contribution, Counterfactual, Decision, Nudge, NudgeText, Outcome, Page, Rule, Score, SignalName } from '../types';
import { anchorFor, type Finder } from './anchorFor';
import { createHuman } from './human';
import { createLoader } from './loader';
import { trailOf } from './trailOf';
import { troublesOf } from './troublesOf';

/** Where an offer looks, besides the visit itself. */
export interface Surroundings extends Finder, Pick<Page, 'now' | 'after'> {
  route(): string;
  /** Of all rules, as they stand. */
  scores(): readonly Score[];
  /** When a signal was last told. */
  lastAt(name: SignalName): number | undefined;
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
  /** The rule whose help stands there or is on its way, or what else nothing takes the place of; a rehearsal does not count. */
  standing(): string | undefined;
  /** The element the help of a rule would stand at: its own nudge, where no other is given. */
  anchorOf(rule: Rule, score: Score, nudge?: NudgeText): Element | undefined;
  /** Fetches what shows help, unless it is here already. Rejects where it cannot be had, or does not come. */
  ready(): Promise<unknown>;
  /** Shows what the decision says, with what would have had to be otherwise. */
  make(rule: Rule, decision: Decision, counterfactual?: Counterfactual): void;
  /** Shows a nudge, unless a real one stands there. It takes the last rehearsed one's place; nobody is told, and no chat opens. */
  rehearse(rule: Rule, rehearsed: Rehearsed): void;
  /** Says something besides help. Undefined where help or a known problem stands there, or what shows it is not `ready`, or fails: then nobody sees it. */
  aside(about: Pick<Aside, 'kind' | 'anchor'> & Partial<Pick<Aside, 'text'>>, answered: (answer: AsideAnswer) => void): TakeAway | undefined;
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

/** What is known to be broken keeps its place, as help does. No rule has this name. */
const KNOWN = '!';

/** Offers help: fetches the nudge UI with the first nudge, shows one at a time, and tells what became of it. */
export function createOffer(visit: Pick<Visit, 'window' | 'options' | 'end' | 'furrow' | 'parts' | 'chat' | 'fail'>, surroundings: Surroundings, tell: OfferListeners): Offer {
  const { window, options, furrow, end, parts, fail } = visit;
  const { now, after, route, scores, lastAt, ...finder } = surroundings;
  const locale = options.locale ?? '';
  const humanFor = createHuman(visit);
  const { load, ready, loaded } = createLoader({ parts, locale, after, end, failed, make: (create) => create(window, end, failed) });
  let current: Standing | undefined;
  let saying: typeof KNOWN | undefined;

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
      const { showing, ...said } = await ready();
      if (current !== mine || end.aborted) return;
      const place = reasons[0]?.place ?? 'page';
      mine.close = showing.help({
        ...common(rule, text, score), ...said, id, channel, reasons, counterfactual, locale,
        human: humanFor({ rule: rule.id, route: route() }, trail(reasons)),
      }, {
        shown() {
          mine.since = now();
          tell.nudge({ id, rule: rule.id, at: mine.since, template: text.template, place });
        },
        answer: (answer) => finish(mine, id, answer),
      });
    } catch (cause) {
      giveUp(mine);
      throw cause;
    }
  }

  async function rehearse(rule: Rule, { nudge, channel, locale, score }: Rehearsed): Promise<void> {
    const { showing, ...said } = await load(locale);
    if (current || end.aborted) return;
    const reasons = troublesOf(score).slice(0, MOST_REASONS);
    const human = humanFor({ rule: rule.id, route: route() }, trail(reasons));
    showing.help({
      ...common(rule, nudge, score), ...said, id: 'rehearsal', channel, locale, counterfactual: undefined, reasons,
      human: human && { ...human, chat: human.chat && (() => Promise.resolve('opened')) },
    }, { shown: () => undefined, answer: () => undefined });
  }

  function common(rule: Rule, text: NudgeText, score: Score): Pick<Help, 'text' | 'why' | 'find' | 'anchor' | 'settings'> {
    return { text, settings: furrow.preferences, why: rule.why, find: finder.find, anchor: () => anchorOf(rule, score, text) };
  }

  function trail(reasons: readonly Contribution[]): readonly Contribution[] {
    return trailOf(scores(), reasons, lastAt, now());
  }

  function aside({ kind, anchor, text }: Parameters<Offer['aside']>[0], answered: (answer: AsideAnswer) => void): TakeAway | undefined {
    const here = loaded();
    if (!here || current || saying || end.aborted) return undefined;
    const { showing, ...said } = here;
    saying = kind === 'known' ? KNOWN : undefined;
    try {
      return showing.aside({ ...said, kind, anchor, text, locale, settings: furrow.preferences }, {
        answer(answer) {
          if (kind === 'known') saying = undefined;
          answered(answer);
        },
      });
    } catch (cause) {
      saying = undefined;
      failed(cause);
      return undefined;
    }
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
    standing: () => current?.rule ?? saying,
    anchorOf,
    ready,
    make: (rule, decision, counterfactual) => void make(rule, decision, counterfactual).catch(failed),
    rehearse: (rule, rehearsed) => void rehearse(rule, rehearsed).catch(failed),
    aside,
    resolve(rule) {
      if (current?.rule !== rule) return;
      if (current.close) current.close('resolved');
      else giveUp(current);
    },
  };
}
