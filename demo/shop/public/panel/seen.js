/**
 * @typedef {Pick<import('../../../../src/types').Signal, 'id' | 'name' | 'place' | 'route' | 'strength' | 'evidence'>} Seen What the panel keeps of a signal: no element, nothing of the page.
 */

const KEY = 'shop.seen';
/** More than anybody reads in one visit. */
const MOST = 40;

/** The signals of this tab, over page loads, oldest first: what leaving a page tells would be gone with the page. @returns {readonly Seen[]} */
export function allSeen() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

/** More about one that was told takes its place. furrow counts anew in each page, so the page is part of the name. @param {Seen} signal @returns {Seen} */
export function keepSeen({ id: within, name, place, route, strength, evidence }) {
  const id = `${performance.timeOrigin} ${within}`;
  const kept = { id, name, place, route, strength, evidence };
  const before = allSeen();
  const known = before.some((each) => each.id === id);
  const all = known ? before.map((each) => (each.id === id ? kept : each)) : [...before, kept];
  sessionStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
  return kept;
}

export const forgetSeen = () => sessionStorage.removeItem(KEY);
