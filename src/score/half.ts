/** Terms of the series: with the exponent under one, the next would be less than 1e-17. */
const TERMS = 17;

/** After so many halvings nothing is left that a number could hold. */
const MAX_HALVINGS = 1075;

/**
 * What an age leaves of a thing that halves: `2 ** (-ageMs / halfLifeMs)`, and all of it where there is no age yet. The same to the last
 * bit in every engine: the language leaves powers to the engine, and sums, products and quotients to nobody.
 */
export function half(ageMs: number, halfLifeMs: number): number {
  const halvings = ageMs / halfLifeMs;
  if (!(halvings > 0)) return 1;
  if (halvings >= MAX_HALVINGS) return 0;
  const whole = Math.floor(halvings);
  const exponent = (halvings - whole) * Math.LN2;
  let left = 1;
  // e ** -x = 1 - x / 1 * (1 - x / 2 * (1 - x / 3 * …))
  for (let term = TERMS; term; term--) left = 1 - (exponent / term) * left;
  // halving is exact
  for (let again = whole; again; again--) left /= 2;
  return left;
}
