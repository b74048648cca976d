import { bundle, versionOf } from './bundle.js';

/** @import { Contestant } from '../types.ts' */
/** @typedef {{ t: number, node?: { attributes?: { id?: string } }, endReason: string, timeAfterClickMs: number, clickCount: number }} Hook */

/** Its replay gives a click up after this long. */
const DEAD_MS = 7000;
/** Its service calls a dead click rage from so many clicks on. */
const RAGE_CLICKS = 5;

/** Session replay, whose breadcrumbs its service makes signals of. @returns {Contestant<Hook>} */
export function create() {
  return {
    label: '@sentry/browser with replay',
    version: versionOf('@sentry/browser'),
    offers: ['rage-click', 'dead-click'],
    read: `its replay's breadcrumbs \`ui.slowClickDetected\`, in its own \`beforeAddRecordingEvent\`; given up on after ${DEAD_MS / 1000} s is dead, and rage with ${RAGE_CLICKS} clicks or more, as its service has it`,
    settleMs: DEAD_MS + 2000,
    ready: 'window.sentryReady',
    script: () => bundle(`
import * as Sentry from '@sentry/browser'
const replay = Sentry.replayIntegration({
  beforeAddRecordingEvent: e => {
    if (e.data?.tag === 'breadcrumb' && /slowClick/.test(e.data.payload.category)) BENCH.tell({ t: e.data.payload.timestamp * 1000, ...e.data.payload.data })
    return e
  }
})
Sentry.init({ dsn: BENCH.collector.replace('//', '//public@') + '/1', integrations: [replay], replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 1, sendClientReports: false })
window.sentryReady = true`),
    respond: () => ({ body: '{"id":"0"}' }),
    collect: ({ hooked }) => hooked.flatMap(({ t, node, endReason, timeAfterClickMs, clickCount }) => {
      if (endReason !== 'timeout' || timeAfterClickMs < DEAD_MS) return [];
      const target = node?.attributes?.id ? `#${node.attributes.id}` : undefined;
      return [{ signal: 'dead-click', t, target }, ...(clickCount >= RAGE_CLICKS ? [{ signal: 'rage-click', t, target }] : [])];
    }),
  };
}
