import type { Page, Rule, Score, Signal } from '../types';

export interface Ways {
  /** `workflow/step` for each workflow step the visitor stands in. */
  steps(): readonly string[];
  /** The element of that name that is on the page now. */
  find(name: string): Element | undefined;
  /** What was counted for the rule counts no more. */
  forget(rule: Rule): void;
}

/** What the browser and the page have nothing against. Whether it is so is asked, never what was entered. */
const VALID = ':valid:not([aria-invalid=true])';

/**
 * Tells by a rule's id when its visitor got through: what the rule waits for came, or what made its score was taken back. Fading alone
 * is no solution. Steps and elements are watched here, and what they end is forgotten; what is returned hears the signals, of which the
 * scorer knows itself what they end.
 */
export function createResolved(page: Pick<Page, 'on' | 'onRoute'>, rules: readonly Rule[], { steps, find, forget }: Ways, tell: (rule: string) => void): (signal: Signal, score: Score) => void {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const ways = rules.flatMap((rule) => rule.resolved.map((resolved) => ({ rule, resolved })));
  let before = steps();

  function gotThrough(rule: Rule): void {
    forget(rule);
    tell(rule.id);
  }

  page.onRoute(() => {
    const reached = steps().filter((step) => !before.includes(step));
    before = steps();
    for (const { rule, resolved } of ways) if (resolved.kind === 'step' && reached.includes(resolved.step)) gotThrough(rule);
  });

  /** Those of which the element was wrong: who asks nothing of a field finds it valid always, and that is no solution. */
  const wrong = new Set<(typeof ways)[number]>();

  function onEntered({ target }: Event): void {
    for (const way of ways) {
      const { rule, resolved } = way;
      const element = resolved.kind === 'valid' && find(resolved.element);
      if (!element || element !== target) continue;
      if (!element.matches(VALID)) wrong.add(way);
      else if (wrong.delete(way)) gotThrough(rule);
    }
  }

  if (ways.some(({ resolved }) => resolved.kind === 'valid')) {
    page.on('change', onEntered);
    page.on('invalid', onEntered);
  }

  return ({ name, strength }, score) => {
    const rule = ruleOf.get(score.rule);
    if (!rule) return;
    const isSaid = rule.resolved.some((way) => way.kind === 'signal' && way.signal === name);
    if (isSaid || (strength === 0 && score.value < rule.help.score)) tell(rule.id);
  };
}
