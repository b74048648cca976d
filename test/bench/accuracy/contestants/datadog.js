import { bundle, versionOf } from './bundle.js';

/** @import { Contestant } from '../types.ts' */
/** @typedef {{ type: string, t: number, target: string }} Hook */

/** @type {Readonly<Record<string, string>>} */
const SIGNALS = { rage_click: 'rage-click', dead_click: 'dead-click', error_click: 'error-click' };

/** RUM with its frustration signals, without replay. @returns {Contestant<Hook>} */
export function create() {
  return {
    label: '@datadog/browser-rum',
    version: versionOf('@datadog/browser-rum'),
    offers: Object.values(SIGNALS),
    read: '`action.frustration.type` of the actions in its own `beforeSend`',
    settleMs: 4500,
    ready: 'window.datadogReady',
    script: () => bundle(`
import { datadogRum } from '@datadog/browser-rum'
datadogRum.init({
  clientToken: 'pubbench', applicationId: '00000000-0000-4000-8000-000000000000', site: 'datadoghq.com', service: 'bench',
  proxy: BENCH.collector + '/datadog', sessionSampleRate: 100, sessionReplaySampleRate: 0, telemetrySampleRate: 0,
  trackUserInteractions: true, trackResources: true, trackLongTasks: true,
  beforeSend: e => { for (const type of e.action?.frustration?.type ?? []) BENCH.tell({ type, t: e.date, target: e._dd?.action?.target?.selector ?? '' }); return true }
})
window.datadogReady = true`),
    collect: ({ hooked }) => hooked.flatMap(({ type, t, target }) => (SIGNALS[type] ? [{ signal: SIGNALS[type], t, target }] : [])),
  };
}
