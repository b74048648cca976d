/** A rules file as written; `docs/rules.md` describes it and `rules/read.ts` checks it. */
export type RulesFile = Readonly<Record<string, unknown>>;
