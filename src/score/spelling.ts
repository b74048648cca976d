/** Longer words are no slips of the pen, and comparing them would cost time. */
const MAX_CHARACTERS = 40;

/** The known word that was probably meant: at most a third of its letters are wrong, and one more. */
export function nearest(word: unknown, known: readonly string[]): string | undefined {
  if (typeof word !== 'string' || word.length > MAX_CHARACTERS) return undefined;
  const [best] = known
    .map((other) => ({ other, edits: editsBetween(word, other) }))
    .filter(({ other, edits }) => edits <= 1 + other.length / 3 && edits < other.length)
    .sort((a, b) => a.edits - b.edits);
  return best?.other;
}

/** Letters to insert, delete or replace (Levenshtein). */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) next.push(Math.min((row[j] ?? 0) + Number(from[i] !== to[j]), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[to.length] ?? 0;
}
