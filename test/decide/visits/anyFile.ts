import type { Chance } from './chance';

/** Told often enough to meet each other, and each of another kind. */
export const SIGNALS = ['rage-click', 'dead-click', 'error-loop', 'error-click', 'workflow-abandon', 'help-seek', 'app:card-refused', 'app:card-recognised'] as const;

export const PATHS = ['/checkout/pay', '/checkout/address', '/shop', '/shop/seeds'] as const;

export const DOINGS = ['typing', 'pointer-down', 'scrolling', 'dialog-open', 'video-playing', 'page-hidden', 'offline', 'element-hidden', 'fullscreen'] as const;

const WHO = [
  { attribute: 'signedIn', is: true }, { attribute: 'plan', isNot: 'free' }, { attribute: 'plan', oneOf: ['team', 'free'] }, { attribute: 'plan', noneOf: ['team'] },
  { attribute: 'seats', atLeast: 5 }, { attribute: 'seats', atMost: 5 }, { attribute: 'plan', exists: true }, { segment: 'guests' },
  { any: [{ attribute: 'signedIn', is: true }, { attribute: 'seats', atLeast: 5 }] }, { all: [{ attribute: 'plan', exists: true }, { not: { segment: 'guests' } }] },
] as const;

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'] as const;

/** A rules file as nobody would write it, but might: everything that keeps help back, each thing seldom enough to leave room for the others. */
export function anyFile(given: Chance): object {
  // half of the files have little in them that could be in the way, so that more is shown
  const share = given.happens(0.5) ? 0.25 : 1;
  const chance: Chance = { ...given, maybe: (often, key, make) => given.maybe(often < 0.5 ? often * share : often, key, make) };
  const { pick, maybe, happens } = chance;
  return {
    places: {
      pages: { pay: { path: '/checkout/pay' }, shop: { path: '/shop/*' } },
      workflows: { checkout: { steps: [{ id: 'address', page: '/checkout/address' }, { id: 'pay', page: 'pay' }], done: 'app:order-placed' } },
    },
    segments: { guests: { attribute: 'signedIn', is: false } },
    ...maybe(0.9, 'limits', () => limits(chance, 0.25)),
    ...maybe(0.15, 'quiet', () => quiet(chance)),
    ...maybe(0.12, 'holdout', () => ({ percent: 30, ...maybe(0.5, 'salt', () => 'a') })),
    ...maybe(0.1, 'policy', () => [{ risk: 'high', action: 'person' }, { confidence: pick(['low', 'medium']), action: pick(['passive', 'watch']) }, ...(happens(0.7) ? [{ action: 'offer' }] : [])]),
    ...maybe(0.1, 'model', () => ({ id: 'm', base: pick([-10, 10]), weights: { 'rage-click': 60, 'dead-click': pick([-20, 30]) }, within: 20, ...maybe(0.3, 'calibration', () => [[30, 0.2], [70, 0.8]]) })),
    rules: ['help', 'card', 'urgent', 'other'].slice(0, pick([1, 2, 3, 4])).map((id) => rule(id, chance)),
  };
}

function rule(id: string, chance: Chance): object {
  const { pick, maybe, happens, some } = chance;
  return {
    id,
    ...maybe(0.2, 'status', () => pick(['draft', 'watch', 'watch', 'paused', 'live'])),
    ...maybe(0.06, pick(['from', 'until']), () => '2026-05-29'),
    ...maybe(0.2, 'priority', () => pick(['low', 'high'])), ...maybe(0.2, 'intent', () => 'pay'), ...maybe(0.2, 'impact', () => pick(['low', 'high'])),
    ...maybe(0.4, 'urgency', () => pick(['high', 'critical', 'immediate'])),
    ...maybe(0.5, 'where', () => ({
      ...maybe(0.4, 'page', () => pick(['pay', '/checkout/*', 'shop'])), ...maybe(0.3, 'element', () => pick(['pay', ['pay', 'card']])), ...maybe(0.1, 'device', () => pick(['touch', 'pointer'])),
      ...maybe(0.25, 'workflow', () => 'checkout'),
    })),
    ...maybe(0.2, 'who', () => pick(WHO)),
    ...maybe(0.3, 'signals', () => [
      { signal: pick(SIGNALS), points: 90 }, { signal: 'app:card-refused', points: pick([40, 90]), ...maybe(0.3, 'atLeast', () => 2) }, { signal: 'app:card-recognised', points: -30 },
    ]),
    ...maybe(0.5, 'help', () => ({
      ...maybe(0.4, 'score', () => pick([20, 40, 80])), ...maybe(0.4, 'confidence', () => pick(['low', 'high'])), ...maybe(0.2, 'for', () => pick(['1s', '3s'])),
      ...maybe(0.5, 'waitForPause', () => pick(['0s', '0s', '5s'])), ...maybe(0.4, 'waitAtMost', () => pick(['2s', '10s', '1m'])),
    })),
    ...maybe(0.35, 'unless', () => [{ while: 'fullscreen' }, ...some(DOINGS.slice(0, -1)).slice(0, 2).map((doing) => ({ while: doing })), ...maybeOne(happens(0.3), { signal: pick(SIGNALS), within: pick(['10s', '5m']) }),
      ...maybeOne(happens(0.15), { page: pick(['shop', '/checkout/address']) }), ...maybeOne(happens(0.2), { who: pick(WHO) })]),
    ...maybe(0.5, 'limits', () => limits(chance, 0.2)), ...maybe(0.1, 'quiet', () => quiet(chance)),
    ...maybe(0.2, 'experiment', () => ({
      id: pick(['words', 'colours']), control: pick([0, 30, 60]),
      variants: [{ id: 'a', share: 50, ...maybe(0.5, 'nudge', () => nudge(chance)) }, { id: 'b', share: 50 }],
    })),
    nudge: nudge(chance),
    ...maybe(0.2, 'resolved', () => [pick([{ event: 'app:order-placed' }, { valid: 'card' }, { signal: 'app:card-recognised' }])]),
    ...maybe(0.6, 'then', () => [1, 2].slice(0, pick([1, 1, 2])).map(() => ({
      after: pick(['2s', '2s', '10s', '1m', '40m']), ...maybe(0.6, 'if', () => pick(['not-dismissed', 'not-dismissed', 'asked-for-more', 'still-struggling'])), ...maybe(0.1, 'only', () => pick(WHO)), nudge: nudge(chance),
    }))),
  };
}

const maybeOne = (happens: boolean, one: object): readonly object[] => (happens ? [one] : []);

function nudge({ pick, maybe }: Chance): object {
  return { template: pick(['tooltip', 'chat-invite', 'chat-invite', 'tooltip', 'banner', 'inline']), title: 'Stuck?', ...maybe(0.2, 'at', () => pick(['pay', 'address'])) };
}

/** Mostly open, so that each limit has its day. */
function limits({ pick, maybe }: Chance, share: number): object {
  const often = (key: string): object => maybe(share, key, () => pick([0, 1, 1, 2, 3]));
  return {
    perPage: 100, perSession: 100, perDay: 100,
    ...often('perPage'), ...often('perSession'), ...often('perDay'), ...often('perWeek'), ...often('ever'),
    gap: pick(['0s', '0s', '0s', '10s', '5m', '1d']), afterDismiss: pick(['0s', '0s', '1m', '1d', '2d']), stopAfterDismissals: pick([1, 2, 2, 3, 5]), afterHelped: pick(['0s', '0s', '1d']),
  };
}

function quiet({ pick, maybe }: Chance): object {
  return {
    ...maybe(0.6, 'hours', () => [
      { from: pick(['20:00', '22:30', '09:00', '00:00']), to: pick(['08:00', '06:30', '12:00', '24:00']), ...maybe(0.5, 'days', () => pick([['sat', 'sun'], ['mon'], ['fri', 'thu']])) },
      { from: '13:00', to: '13:45' },
    ]),
    ...maybe(0.6, 'timeZone', () => pick(ZONES)),
    ...maybe(0.3, 'holidays', () => ['2026-05-28', '2026-05-29']), ...maybe(0.2, 'except', () => ['tooltip']), ...maybe(0.3, 'firstSeconds', () => pick([5, 60])),
  };
}
