import { bundle, versionOf } from './bundle.js';

/** @import { Arrived, Contestant } from '../types.ts' */

/** @type {Readonly<Record<string, string>>} */
const SIGNALS = { $mp_rage_click: 'rage-click', $mp_dead_click: 'dead-click' };

/** Autocapture, without replay. @returns {Contestant} */
export function create() {
  return {
    label: 'mixpanel-browser',
    version: versionOf('mixpanel-browser'),
    offers: ['rage-click', 'dead-click'],
    read: 'the events `$mp_rage_click` and `$mp_dead_click`, as they arrive at its collector',
    settleMs: 3000,
    ready: 'window.mixpanelReady',
    script: () => bundle(`
import mixpanel from 'mixpanel-browser/src/loaders/loader-module-core'
mixpanel.init('benchtoken', {
  api_host: BENCH.collector, api_payload_format: 'json', autocapture: true, batch_requests: false, persistence: 'localStorage',
  record_sessions_percent: 0, ignore_dnt: true, loaded: () => { window.mixpanelReady = true }
})`),
    respond: () => ({ body: '1', type: 'text/plain' }),
    collect: ({ requests }) => requests.filter(({ url }) => url.includes('/track')).flatMap(eventsOf).flatMap(({ event, properties }) => {
      const signal = SIGNALS[event];
      const id = properties.$el_id ?? properties.$target?.$id;
      const t = properties.time > 1e12 ? properties.time : properties.time * 1000; // s or ms
      return signal ? [{ signal, t, target: id ? `#${id}` : properties.$el_tag_name }] : [];
    }),
  };
}

/** As JSON, or as a form with JSON in it. @param {Arrived} request @returns {{ event: string, properties: { time: number, $el_id?: string, $el_tag_name?: string, $target?: { $id?: string } } }[]} */
function eventsOf({ body }) {
  const text = body.toString();
  try {
    return [JSON.parse(/^[[{]/.test(text) ? text : new URLSearchParams(text).get('data') ?? '[]')].flat();
  } catch {
    return []; // something else
  }
}
