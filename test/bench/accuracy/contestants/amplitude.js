import { fileOf, versionOf } from './bundle.js';

/** @import { Contestant } from '../types.ts' */
/** @typedef {{ event: string, t: number, target?: string }} Hook */

/** @type {Readonly<Record<string, string>>} */
const SIGNALS = { '[Amplitude] Rage Click': 'rage-click', '[Amplitude] Dead Click': 'dead-click', '[Amplitude] Error Click': 'error-click', '[Amplitude] Thrashed Cursor': 'thrashed-cursor' };

/** Its finished browser file, with every frustration interaction on. @returns {Contestant<Hook>} */
export function create() {
  return {
    label: '@amplitude/analytics-browser',
    version: versionOf('@amplitude/analytics-browser'),
    offers: Object.values(SIGNALS),
    read: 'the events `[Amplitude] Rage Click` and so on, in an enrichment plugin of its own kind',
    settleMs: 4800,
    ready: 'window.amplitudeReady',
    script: () => `${fileOf('@amplitude/analytics-browser', 'lib/scripts/amplitude-min.umd.js')}
;amplitude.add({ name: 'bench', type: 'enrichment', setup: async () => {}, execute: async e => {
  const p = e.event_properties ?? {}
  BENCH.tell({ event: e.event_type, t: e.time, target: p['[Amplitude] Element ID'] ? '#' + p['[Amplitude] Element ID'] : p['[Amplitude] Element Selector'] })
  return e
} })
amplitude.init('benchkey', 'visitor@bench', { serverUrl: BENCH.collector + '/2/httpapi', flushIntervalMillis: 500, fetchRemoteConfig: false, remoteConfig: { fetchRemoteConfig: false },
  autocapture: { elementInteractions: true, frustrationInteractions: { rageClicks: true, deadClicks: true, errorClicks: true, thrashedCursor: true } }
}).promise.then(() => { window.amplitudeReady = true })`,
    respond: () => ({ body: '{"code":200,"events_ingested":1}' }),
    collect: ({ hooked }) => hooked.flatMap(({ event, t, target }) => (SIGNALS[event] ? [{ signal: SIGNALS[event], t, target }] : [])),
  };
}
