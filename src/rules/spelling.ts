/** Longer words are no slips of the pen, and comparing them would cost time. */
const MAX_CHARACTERS = 40;

/** The known word that was probably meant: one letter too many, missing, wrong or changed places. */
export function nearest(word: unknown, known: readonly string[]): string | undefined {
  if (typeof word !== 'string' || word.length > MAX_CHARACTERS) return undefined;
  const near = oneLess(word);
  return known.find((other) => oneLess(other).some((rest) => near.includes(rest)));
}

/** A word, and what is left of it without each of its letters. */
function oneLess(word: string): readonly string[] {
  return [word, ...[...word].map((_, index) => word.slice(0, index) + word.slice(index + 1))];
}
