/**
 * Script time by who owns it, from a CPU profile: a sample belongs to the innermost function on the stack that has an address, so that what
 * the browser does for a script counts for the script.
 * @typedef {{ id: number, callFrame: { functionName: string, url: string, lineNumber: number, columnNumber: number }, children?: number[] }} ProfileNode
 * @typedef {{ nodes: ProfileNode[], samples?: number[], timeDeltas?: number[] }} Profile
 */

/** Fine enough for a start of 3 ms, coarse enough not to be what is measured. */
export const SAMPLING_US = 100;

/**
 * Milliseconds in functions whose address holds `part`.
 * @param {Profile} profile @param {string} part
 */
export function ownedMs(profile, part) {
  return [...ownedByFunction(profile, part).values()].reduce((total, ms) => total + ms, 0);
}

/**
 * The same by function: `name file:line:column`.
 * @param {Profile} profile @param {string} part
 * @returns {Map<string, number>}
 */
export function ownedByFunction({ nodes, samples = [], timeDeltas = [] }, part) {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));

  /** @param {number | undefined} id @returns {ProfileNode['callFrame'] | undefined} */
  function ownerOf(id) {
    const node = id === undefined ? undefined : byId.get(id);
    return !node || node.callFrame.url ? node?.callFrame : ownerOf(parents.get(node.id));
  }

  const owners = new Map(nodes.map(({ id }) => [id, ownerOf(id)]));
  /** @type {Map<string, number>} */
  const owned = new Map();
  samples.forEach((id, i) => {
    const frame = owners.get(id);
    if (!frame?.url.includes(part)) return;
    const name = `${frame.functionName || '(anonymous)'} ${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}:${frame.columnNumber + 1}`;
    owned.set(name, (owned.get(name) ?? 0) + (timeDeltas[i + 1] ?? 0) / 1000);
  });
  return owned;
}
