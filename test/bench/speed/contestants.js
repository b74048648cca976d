/**
 * Who is measured. `detects`: it tells of friction in the page itself. Each is set up as its documentation says for just that, without
 * a session recorder where it can do without.
 * @typedef {{
 *   id: string, title: string, from?: string, detects?: boolean, note?: string,
 *   tag?: string, reply?: (path: string) => unknown,
 * }} Contestant
 * `from`: the package it comes from · `tag`: what the page's head holds, instead of the bundle of `contestants/<id>.js`
 * · `reply`: what its collector answers.
 */

const FURROW_TAG = `<script>window.furrow||=Object.assign((...c)=>furrow.q.push(c),{q:[]})
furrow('on', 'consent', () => { furrow.explain().then(() => performance.mark('ready')); }); furrow('grant')</script>
<script async src="/sdk/furrow/furrow.js" data-rules="/rules.json" data-collect="/collect" data-ask="manual" data-automated="allow" data-untrusted></script>`;

const OPENREPLAY_START = {
  token: 'bench', userUUID: '1', projectID: '1', sessionID: '1', beaconSizeLimit: 1e6, compressionThreshold: 25_000, delay: 0, userBrowser: '', userCity: '', userCountry: '',
  userDevice: '', userOS: '', userState: '', canvasEnabled: false, canvasQuality: 'low', canvasFPS: 1, assistOnly: false, features: {},
};

/** @type {readonly Contestant[]} */
export const contestants = [
  { id: 'empty', title: 'the page alone', tag: '<script>performance.mark("ready")</script>' },
  { id: 'listeners', title: 'listeners that only count' },
  { id: 'furrow', title: 'furrow', tag: FURROW_TAG, detects: true, note: 'the tag with a rules file and a collector, after the yes', reply: () => ({ ok: true }) },
  { id: 'webVitals', title: 'web-vitals', from: 'web-vitals', note: 'measures speed, sees no friction' },
  { id: 'clarity', title: 'clarity-js', from: 'clarity-js', note: 'records; its server detects' },
  { id: 'openreplay', title: '@openreplay/tracker', from: '@openreplay/tracker', note: 'records; its server detects all but thrashing', reply: (path) => (path.includes('/start') ? { ...OPENREPLAY_START, startTimestamp: Date.now() } : {}) },
  { id: 'mixpanel', title: 'mixpanel-browser', from: 'mixpanel-browser', detects: true, note: 'without its recorder', reply: () => 1 },
  { id: 'datadog', title: '@datadog/browser-rum', from: '@datadog/browser-rum', detects: true, note: 'without its recorder' },
  { id: 'posthog', title: 'posthog-js', from: 'posthog-js', detects: true, note: 'slim build and dead clicks, without its recorder' },
  { id: 'amplitude', title: '@amplitude/analytics-browser', from: '@amplitude/analytics-browser', detects: true, reply: () => ({ code: 200, events_ingested: 1 }) },
  { id: 'sentry', title: '@sentry/browser', from: '@sentry/browser', detects: true, note: 'with replay, which its detection is part of', reply: () => ({ id: '0' }) },
];
