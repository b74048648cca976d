/** Of the normal distribution, for 95 %. */
const Z = 1.959964;

/** Between which shares the true one lies in 95 of 100 cases (Wilson 1927): it holds for few and for rare ones too. */
export function wilson(count: number, of: number): readonly [from: number, to: number] {
  if (!of) return [0, 1];
  const share = count / of;
  const middle = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
