/**
 * Script time by who owns it, from a CPU profile: a sample belongs to the innermost function on the stack that has an address, so that what
 * the browser does for a script counts for the script. Samples come late on shared cores, and a thread may lose its core between two; so they
 * only say which share is whose, and how much there was in all is the thread's own CPU time.
 * @typedef {{ id: number, callFrame: { functionName: string, url: string, lineNumber: number, columnNumber: number }, children?: number[] }} ProfileNode
 * @typedef {{ nodes: ProfileNode[], samples?: number[] }} Profile
 */

/** Fine enough to see a start of a few milliseconds, coarse enough not to be what is measured. */
const SAMPLING_US = 200;

/** Begins to sample the main thread. @param {import('playwright').CDPSession} cdp */
export async function startProfiler(cdp) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: SAMPLING_US });
  return resumeProfiler(cdp);
}

/**
 * Samples from here on. What it returns ends that, and says how many milliseconds each function has had whose address holds `part`:
 * `name file:line:column`.
 * @param {import('playwright').CDPSession} cdp
 */
export async function resumeProfiler(cdp) {
  const before = await busyMs(cdp);
  await cdp.send('Profiler.start');
  return async (/** @type {string} */ part) => {
    const { profile } = await cdp.send('Profiler.stop');
    return ownedByFunction(profile, part, await busyMs(cdp) - before);
  };
}

/**
 * @param {Profile} profile @param {string} part @param {number} cpuMs Of the whole thread in that time.
 * @returns {Map<string, number>}
 */
export function ownedByFunction({ nodes, samples = [] }, part, cpuMs) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));

  /** @param {number | undefined} id @returns {ProfileNode['callFrame'] | undefined} */
  function ownerOf(id) {
    const node = id === undefined ? undefined : byId.get(id);
    return !node || node.callFrame.url ? node?.callFrame : ownerOf(parents.get(node.id));
  }

  const owners = new Map(nodes.map(({ id }) => [id, ownerOf(id)]));
  const busy = samples.filter((id) => byId.get(id)?.callFrame.functionName !== '(idle)');
  /** @type {Map<string, number>} */
  const owned = new Map();
  for (const id of busy) {
    const frame = owners.get(id);
    if (!frame?.url.includes(part)) continue;
    const name = `${frame.functionName || '(anonymous)'} ${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}:${frame.columnNumber + 1}`;
    owned.set(name, (owned.get(name) ?? 0) + cpuMs / busy.length);
  }
  return owned;
}

/** CPU time of the main thread's tasks so far. @param {import('playwright').CDPSession} cdp */
async function busyMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
