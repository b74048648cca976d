/**
 * How likely it is that two ways, tried on the same visits, differ at least so much by chance alone (McNemar's exact test, two-sided).
 * `a` and `b` are the visits in which only one of them did it.
 */
export function mcnemar(a: number, b: number): number {
  const of = a + b;
  // in logarithms, because a thousandth power of one half is no number any more
  let log = -of * Math.LN2;
  let tail = Math.exp(log);
  for (let k = 1; k <= Math.min(a, b); k++) tail += Math.exp(log += Math.log((of - k + 1) / k));
  return Math.min(1, 2 * tail);
}
