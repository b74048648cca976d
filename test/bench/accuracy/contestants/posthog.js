import { fileOf, versionOf } from './bundle.js';

/** @import { Contestant } from '../types.ts' */
/** @typedef {{ event: string, t: number, elements?: string }} Hook */

/** @type {Readonly<Record<string, string>>} */
const SIGNALS = { $rageclick: 'rage-click', $dead_click: 'dead-click', $dead_swipe: 'dead-click' };

/** The full build with its dead-click part; `defaults` is the preset that its own snippet recommends. @returns {Contestant<Hook>} */
export function create() {
  return {
    label: 'posthog-js',
    version: versionOf('posthog-js'),
    offers: ['rage-click', 'dead-click'],
    read: 'the events `$rageclick`, `$dead_click` and `$dead_swipe`, in its own `before_send`',
    settleMs: 5500,
    ready: 'window.posthog && posthog.__loaded && window.posthogReady',
    script: () => `${fileOf('posthog-js', 'dist/dead-clicks-autocapture.js')}
${fileOf('posthog-js', 'dist/array.full.js')}
;posthog.init('phc_bench', {
  api_host: BENCH.collector, defaults: '2026-08-29', capture_dead_clicks: true, disable_session_recording: true,
  advanced_disable_flags: true, disable_surveys: true, opt_out_useragent_filter: true, internal_or_test_user_hostname: null,
  before_send: e => { BENCH.tell({ event: e.event, t: +new Date(e.timestamp), elements: JSON.stringify(e.properties.$elements || e.properties.$elements_chain || '') }); return e },
  loaded: () => { window.posthogReady = true }
})`,
    collect: ({ hooked }) => hooked.flatMap(({ event, t, elements }) => {
      const signal = SIGNALS[event];
      const [, id] = /attr(?:__|_)id\\*"?[:=]\s*\\*"([\w-]+)/.exec(elements ?? '') ?? [];
      return signal ? [{ signal, t, target: id && `#${id}` }] : [];
    }),
  };
}
