/** Sources remembered at once; the one that was quiet for longest is forgotten first. */
const MOST_SOURCES = 10_000;

/**
 * So many requests per second from each source, and so many at once. Sources live in memory only.
 * @param {{ perSecond: number, atOnce: number }} limits @param {() => number} now Unix time in ms.
 * @returns {(source: string) => number} How long the source has to wait, in ms; 0 means go on.
 */
export function createRate({ perSecond, atOnce }, now) {
  /** @type {Map<string, { left: number, at: number }>} */
  const sources = new Map();

  return (source) => {
    const { left, at } = sources.get(source) ?? { left: atOnce, at: now() };
    const filled = Math.min(atOnce, left + Math.max(0, now() - at) / 1000 * perSecond);
    sources.delete(source);
    sources.set(source, { left: filled < 1 ? filled : filled - 1, at: now() });
    if (sources.size > MOST_SOURCES) sources.delete(sources.keys().next().value ?? '');
    return filled < 1 ? Math.ceil((1 - filled) / perSecond * 1000) : 0;
  };
}
