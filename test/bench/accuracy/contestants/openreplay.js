import { bundle, versionOf } from './bundle.js';

/** @import { Contestant, Told } from '../types.ts' */
/** @typedef {readonly [type: number, id: number, hesitation: number, label: string, selector: string]} Message Of a click; others have less. */
/** @typedef {{ at: number, kept?: readonly Message[] }} Hook */

/** Numbers of messages in the tracker's protocol. */
const DOCUMENT = 7;
const INPUT_TARGET = 17;
const CLICK = 68;
const THRASHED = 114;
/** Nodes, attributes, styles, values, focus: what its service takes for a reaction. */
const REACTIONS = [8, 9, 10, 11, 12, 13, 15, 18, 19, 58];
const KEPT = [CLICK, THRASHED, INPUT_TARGET, DOCUMENT, ...REACTIONS];

/** Its service's rules: rage is three clicks, each less than this after the one before, */
const RAGE_GAP_MS = 300;
const RAGE_CLICKS = 3;
/** and a click is dead when the first reaction comes this late or later. */
const DEAD_MS = 1234;

/** The tracker itself, and the rules of its open backend on what it sends. @returns {Contestant<Hook>} */
export function create() {
  return {
    label: '@openreplay/tracker',
    version: versionOf('@openreplay/tracker'),
    offers: ['rage-click', 'dead-click', 'thrashed-cursor'],
    read: 'the messages it makes, in its own commit callback; it says `mouse thrashing` itself, rage and dead clicks are decided by the rules of its open backend, restated here',
    settleMs: 3500,
    ready: 'window.openreplayReady',
    script: () => bundle(`
import Tracker from '@openreplay/tracker/class'
const tracker = new Tracker({ projectKey: 'bench', ingestPoint: BENCH.collector, __DISABLE_SECURE_MODE: true, respectDoNotTrack: false, obscureTextEmails: false, defaultInputMode: 0 })
tracker.use(app => app?.attachCommitCallback(messages => {
  const t = messages.find(m => m[0] === 0)?.[1] ?? Date.now()
  const kept = messages.filter(m => ${JSON.stringify(KEPT)}.includes(m[0])).map(m => m.slice(0, m[0] === ${CLICK} ? 5 : 2)).slice(0, 300)
  if (kept.length) BENCH.tell({ at: t, kept })
}))
addEventListener('DOMContentLoaded', () => tracker.start().then(() => { window.openreplayReady = true }))`),
    // a click is only closed by a later reaction; in a real visit something moves on
    flush: async (page) => {
      await page.evaluate(() => document.body.append(document.createElement('i')));
      await page.waitForTimeout(400);
    },
    respond: ({ url }) => (url.includes('/start') ? { body: JSON.stringify(STARTED) } : undefined),
    collect: ({ hooked }) => decide(hooked.flatMap(({ at, kept = [] }) => kept.map((message) => /** @type {const} */ ([at, ...message])))),
  };
}

const STARTED = {
  token: 'bench', userUUID: 'u', projectID: '1', sessionID: '1', beaconSizeLimit: 1e6, compressionThreshold: 25_000, delay: 0, startTimestamp: 0, userBrowser: '', userCity: '', userCountry: '',
  userDevice: '', userOS: '', userState: '', canvasEnabled: false, canvasQuality: 'low', canvasFPS: 1, assistOnly: false, features: {},
};

/** @param {readonly (readonly [t: number, ...Message])[]} messages Each with its time before it. @returns {Told[]} */
function decide(messages) {
  /** @type {Told[]} */
  const told = [];
  /** @type {{ label: string, n: number, t: number, last: number, target: string } | undefined} */
  let rage;
  /** @type {{ t: number, target: string } | undefined} */
  let click;
  const inputs = new Set();

  for (const [t, type, id, , label, selector] of messages) {
    if (type === CLICK) clicked(t, id, label, selector);
    else if (type === THRASHED) told.push({ signal: 'thrashed-cursor', t });
    else if (type === INPUT_TARGET) inputs.add(id);
    else if (type === DOCUMENT) inputs.clear();
    else if (REACTIONS.includes(type)) reacted(t);
  }
  endRage();
  return told;

  /** @param {number} t @param {number} id @param {string} label @param {string} selector */
  function clicked(t, id, label, selector) {
    if (!label) return endRage();
    const target = /#[\w-]+/.exec(selector)?.[0] ?? /^#[\w-]+$/.exec(label)?.[0] ?? label;
    if (rage?.label === label && t - rage.last < RAGE_GAP_MS) rage = { ...rage, n: rage.n + 1, last: t };
    else {
      endRage();
      rage = { label, n: 1, t, last: t, target };
    }
    reacted(t);
    if (!inputs.has(id)) click = { t, target };
  }

  function endRage() {
    if (rage && rage.n >= RAGE_CLICKS) told.push({ signal: 'rage-click', t: rage.t, target: rage.target });
    rage = undefined;
  }

  /** @param {number} t */
  function reacted(t) {
    if (click && t - click.t >= DEAD_MS) told.push({ signal: 'dead-click', ...click });
    click = undefined;
  }
}
