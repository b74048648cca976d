import type { Rule, Rules } from '../../src/types';
import type { Told } from './told';

/** What a rule asks for and no fact mentions. */
export interface Unheard {
  readonly rule: string;
  readonly words: readonly string[];
}

/** Listens for the words of a rules file. Words that the rules then in force did not have were never told: nothing can be known of them. */
export function createUnheard({ rules }: Rules): { hear(told: Told): void; found(): readonly Unheard[] } {
  const heard = new Set<string>();

  return {
    hear(told) {
      if (told.kind !== 'signal') return;
      heard.add(told.name);
      for (const words of [told.names, told.pages, told.steps]) for (const word of words) heard.add(word);
    },
    found: () => rules.flatMap((rule) => {
      const words = wordsOf(rule).filter((word) => !heard.has(word));
      return words.length ? { rule: rule.id, words } : [];
    }),
  };
}

/** Names of pages, elements and steps, and the events of the host; the built-in signals are always told. */
function wordsOf({ where: { page, workflow, step, element }, signals }: Rule): readonly string[] {
  return [...new Set([
    ...page, ...step.map((id) => `${workflow}/${id}`), ...element,
    ...signals.flatMap(({ signal, on }) => [...(on === undefined ? [] : [on]), ...(signal.startsWith('app:') ? [signal] : [])]),
  ])];
}
