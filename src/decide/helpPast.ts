import type { HelpPast } from '../parts';
import type { OutcomeAnswer, PersonLevel, Rule } from '../types';
import type { Entry } from './entries';
import type { Kept } from './kept';
import type { Ledger } from './ledger';
import { snoozeMs } from './limits';

/** What the past of help is read from, and who hears what is said of it. */
export interface HelpPastContext {
  readonly rules: readonly Rule[];
  readonly ledger: Ledger;
  /** Unix time in ms. */
  wall(): number;
  wishes(): Pick<Kept, 'level' | 'levelBefore'>;
  /** The visitor wants so much help again. */
  want(level: PersonLevel): void;
  /** The visitor said so, for the first time. */
  rated(rule: string, nudge: string, helpful: boolean): void;
}

/** The answers that the ledger keeps; what became of other nudges nobody needs to know later. */
const ANSWERS: readonly Entry['what'][] = ['closed', 'not-now', 'never', 'mute', 'human', 'action'] satisfies readonly OutcomeAnswer[];

/** What help there was, as the ledger has it. What is no rule any more has no name, and is left out. */
export function createHelpPast({ rules, ledger, wall, wishes, want, rated }: HelpPastContext): HelpPast {
  const ruleOf = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);

  /** All that is known of one nudge: ids are told apart by the load of the page. */
  function about({ nudge, page }: Entry): { readonly answer: OutcomeAnswer | undefined; readonly helpful: boolean | undefined } {
    const said = ledger.past().all.filter((entry) => entry.nudge === nudge && entry.page === page).map(({ what }) => what);
    return {
      answer: said.find(isAnswer),
      helpful: said.includes('helpful') || (said.includes('unhelpful') ? false : undefined),
    };
  }

  function silencedUntil(rule: Rule): number | undefined {
    const { all } = ledger.past();
    const own = all.filter((entry) => entry.rule === rule.id);
    const isMuted = wishes().level === 'none' && own.some(({ what }) => what === 'mute');
    const isNever = all.some(({ what, rule: id, intent }) => what === 'never' && (id === rule.id || intent === rule.intent));
    if (isMuted || isNever || own.filter(({ what }) => what === 'closed').length >= rule.limits.stopAfterDismissals) return Infinity;
    const until = Math.max(...own.filter(({ what }) => what === 'not-now').map((entry) => entry.at + snoozeMs(entry)));
    return until > wall() ? until : undefined;
  }

  return {
    recent() {
      const { all, here } = ledger.past();
      return all.flatMap((entry) => {
        const title = ruleOf(entry.rule)?.nudge?.title;
        return entry.what === 'shown' && entry.visit === here.visit && entry.nudge && title ? { nudge: entry.nudge, rule: entry.rule, title, at: entry.at, ...about(entry) } : [];
      }).reverse();
    },
    silenced: () => rules.flatMap((rule) => {
      const until = silencedUntil(rule);
      return until && rule.nudge ? { rule: rule.id, title: rule.nudge.title, until: until < Infinity ? until : undefined } : [];
    }),
    revive(id) {
      const rule = ruleOf(id);
      if (!rule) return;
      const { level, levelBefore = 'all' } = wishes();
      const isMuted = level === 'none' && ledger.past().all.some(({ what, rule }) => what === 'mute' && rule === id);
      ledger.revived(rule);
      if (isMuted) want(levelBefore);
    },
    rate(nudge, helpful) {
      const shown = ledger.past().all.findLast((entry) => entry.what === 'shown' && entry.nudge === nudge);
      const rule = shown && ruleOf(shown.rule);
      if (!rule || about(shown).helpful !== undefined) return;
      ledger.rated(rule, helpful ? 'helpful' : 'unhelpful', nudge, shown.page);
      rated(rule.id, nudge, helpful);
    },
  };
}

function isAnswer(what: Entry['what']): what is Exclude<OutcomeAnswer, 'resolved' | 'gone' | 'off'> {
  return ANSWERS.includes(what);
}
