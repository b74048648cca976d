import { bundle, versionOf } from './bundle.js';

/** @import { Contestant, Told } from '../types.ts' */
/** @typedef {{ page: number, data: string }} Hook */

/** The number of a click in clarity's protocol, and of everything that a person could take for a reaction. */
const CLICK = 9;
const REACTIONS = [5, 6, 10, 20, 21, 26, 27, 28, 29, 38, 39, 42, 44, 45, 46];

/** Microsoft's rules are not published; these are ours. */
const RAGE_GAP_MS = 500;
const RAGE_PX = 30;
const RAGE_CLICKS = 4;
const DEAD_MS = 2000;

/** clarity-js as it is, and our reading of what it uploads. @returns {Contestant<Hook>} */
export function create() {
  return {
    label: 'clarity-js',
    version: versionOf('clarity-js'),
    offers: ['rage-click', 'dead-click'],
    read: `its uploads, in its own \`upload\` option; the service decides by rules that are not published, so these are ours: ${RAGE_CLICKS} clicks, each within ${RAGE_GAP_MS} ms and ${RAGE_PX} px of the one before, are rage; one that clarity expects a reaction to, and that gets none for ${DEAD_MS / 1000} s, is dead`,
    settleMs: 4000,
    ready: 'window.clarityReady',
    script: () => bundle(`
import { clarity } from 'clarity-js'
addEventListener('DOMContentLoaded', () => {
  clarity.start({ projectId: 'bench', track: true, content: true, lean: false, delay: 400, upload: data => BENCH.tell({ page: performance.timeOrigin, data }) })
  setTimeout(() => { window.clarityReady = true }, 300)
})`),
    collect: ({ hooked }) => {
      const uploads = hooked.filter(({ data }) => data).map(({ page, data }) => ({ page, ...JSON.parse(data) }));
      const pages = new Map(uploads.map(({ page }) => [page, uploads.filter((one) => one.page === page).flatMap(({ a = [], p = [] }) => [...a, ...p])]));
      return [...pages.values()].flatMap(decide);
    },
  };
}

/** @param {readonly (readonly number[])[]} events Of one page. @returns {Told[]} */
function decide(events) {
  const clicks = events.filter((event) => event[1] === CLICK && event[7] === 0).sort((one, other) => one[0] - other[0]);
  let burst = 0;
  return clicks.flatMap((click, index) => {
    const before = clicks[index - 1];
    const near = before !== undefined && click[0] - before[0] < RAGE_GAP_MS && Math.hypot(click[3] - before[3], click[4] - before[4]) < RAGE_PX;
    burst = near ? burst + 1 : 1;
    const reacted = events.some((event) => REACTIONS.includes(event[1]) && event[0] >= click[0] && event[0] < click[0] + DEAD_MS);
    const target = click[19] ? `#${click[19]}` : click[17];
    return [...(burst === RAGE_CLICKS ? [{ signal: 'rage-click', target }] : []), ...(click[8] && !click[11] && !reacted ? [{ signal: 'dead-click', target }] : [])];
  });
}
