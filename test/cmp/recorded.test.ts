// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { consentMode, cookiebot, oneTrust } from '../../src/cmp';
import type { ConsentManager } from '../../src/types';
import { following, put, tell } from './following';

/** What the visitor answers: to everything, to nothing but what is necessary, to furrow's category alone, or to all the others. */
type Answer = 'all' | 'none' | 'ours' | 'others';

/** A manager that has no library on npm: its globals and events, in the order in which its documentation says that they come. */
interface Recording {
  readonly adapter: () => ConsentManager;
  readonly surface: string;
  /** Its script has come; `kept` is what the visitor answered in a page before. */
  load(kept?: Answer): void;
  /** The visitor answers, or changes the answer. */
  answer(answer: Answer): void;
}

const GROUPS = { all: ['C0001', 'C0002', 'C0003', 'C0004'], none: ['C0001'], ours: ['C0001', 'C0003'], others: ['C0001', 'C0002', 'C0004'] } as const;

const recordings: Readonly<Record<string, Recording>> = {
  // developer.onetrust.com/onetrust/docs/javascript-events-guide: groups are told at each load and each change
  OneTrust: {
    adapter: oneTrust,
    surface: 'cmp:oneTrust',
    load(kept) {
      put({ OneTrust: {} }); // half-built
      put({ OneTrust: { IsAlertBoxClosed: () => !!kept }, OnetrustActiveGroups: `,${GROUPS[kept ?? 'none'].join()},` });
      tell('OneTrustGroupsUpdated', window, GROUPS[kept ?? 'none']);
    },
    answer(answer) {
      put({ OnetrustActiveGroups: `,${GROUPS[answer].join()},` });
      tell('OneTrustGroupsUpdated', window, GROUPS[answer]); // the banner is still closing
      put({ OneTrust: { IsAlertBoxClosed: () => true } });
      tell('OTConsentApplied');
    },
  },
  // cookiebot.com/en/developer: properties first, then the events
  Cookiebot: {
    adapter: cookiebot,
    surface: 'cmp:cookiebot',
    load(kept) {
      put({ Cookiebot: cookiebotAfter(kept) });
      if (kept) tellCookiebot(kept);
    },
    answer(answer) {
      put({ Cookiebot: cookiebotAfter(answer) });
      tellCookiebot(answer);
    },
  },
  // developers.google.com/tag-platform/security/guides/consent: a default, then updates; the page says when it has updated
  'Consent Mode': {
    adapter: consentMode,
    surface: 'cmp:consentMode',
    load(kept) {
      put({ dataLayer: [{ event: 'gtm.js' }, null] });
      gtag('consent', 'default', { ...storageAfter('none'), wait_for_update: 500 });
      if (kept) gtag('consent', 'update', storageAfter(kept));
      tell('load');
    },
    answer(answer) {
      gtag('consent', 'update', storageAfter(answer));
      gtag('event', 'page_view', {});
      tell('consent_update');
    },
  },
};

function cookiebotAfter(answer: Answer | undefined) {
  const consented = answer !== undefined && answer !== 'none';
  const preferences = answer === 'all' || answer === 'ours';
  const statistics = answer === 'all' || answer === 'others';
  return { hasResponse: !!answer, consented, declined: answer === 'none', consent: { necessary: true, preferences, statistics, marketing: statistics, method: answer ? 'explicit' : null } };
}

function tellCookiebot(answer: Answer): void {
  tell(answer === 'none' ? 'CookiebotOnDecline' : 'CookiebotOnAccept');
  tell('CookiebotOnConsentReady');
}

function gtag(...call: readonly unknown[]): void {
  // as in the snippet that every page with gtag has: what is pushed is no array
  (window as unknown as { dataLayer: unknown[] }).dataLayer.push(Object.assign({}, call));
}

function storageAfter(answer: Answer) {
  const say = (isYes: boolean) => (isYes ? 'granted' : 'denied');
  return { functionality_storage: say(answer === 'all' || answer === 'ours'), analytics_storage: say(answer === 'all' || answer === 'others') };
}

beforeEach(() => put({ OneTrust: undefined, OnetrustActiveGroups: undefined, Cookiebot: undefined, dataLayer: undefined }));

describe.each(Object.entries(recordings))('%s', (_, { adapter, surface, load, answer }) => {
  function setup(kept?: Answer) {
    load(kept);
    return following(adapter());
  }

  test('never answered: nothing is said', () => {
    const { heard } = setup();
    load();
    expect(heard).toEqual([]);
  });

  test('accepted: a yes, in the manager’s name', () => {
    const { heard, surfaces } = setup();
    answer('all');
    expect(heard).toEqual(['yes']);
    expect([...surfaces]).toEqual([surface]);
  });

  test('rejected: a no', () => {
    const { heard } = setup();
    answer('none');
    expect(heard).toEqual(['no']);
  });

  test.each([['ours', 'yes'], ['others', 'no']] as const)('partly, %s: a %s', (partly, said) => {
    const { heard } = setup();
    answer(partly);
    expect(heard).toEqual([said]);
  });

  test('withdrawn: a yes, then a no', () => {
    const { heard } = setup();
    answer('all');
    answer('none');
    expect(heard).toEqual(['yes', 'no']);
  });

  test('changed, in ways that mean the same for furrow: said once', () => {
    const { heard } = setup();
    for (const each of ['none', 'others', 'ours', 'all', 'all'] as const) answer(each);
    expect(heard).toEqual(['no', 'yes']);
  });

  test.each([['all', 'yes'], ['none', 'no']] as const)('answered in a page before with %s: a %s', (kept, said) => {
    expect(setup(kept).heard).toEqual([said]);
  });

  test('loaded late: a remembered answer is heard when it comes, and so are new ones', () => {
    const { heard, failures } = following(adapter());
    load('ours');
    answer('none');
    expect(heard).toEqual(['yes', 'no']);
    expect(failures).toEqual([]);
  });
});

test('a consent that Cookiebot only implies is no answer', () => {
  const implied = cookiebotAfter('all');
  put({ Cookiebot: { ...implied, consent: { ...implied.consent, method: 'implied' } } });
  expect(following(cookiebot()).heard).toEqual([]);
});

test('the page names its own category', () => {
  recordings['OneTrust']?.load('others');
  recordings['Cookiebot']?.load('others');
  recordings['Consent Mode']?.load('others');
  const answers = [oneTrust({ category: 'C0002' }), cookiebot({ category: 'statistics' }), consentMode({ category: 'analytics_storage' })].map((adapter) => following(adapter).heard);
  expect(answers).toEqual([['yes'], ['yes'], ['yes']]);
});

test('a storage type that no update names is no answer', () => {
  recordings['Consent Mode']?.load('all');
  expect(following(consentMode({ category: 'personalization_storage' })).heard).toEqual([]);
});

test('Consent Mode is read after the events of the manager that updates it', () => {
  recordings['Consent Mode']?.load();
  const { heard } = following(consentMode({ events: ['CookieScriptAcceptAll'] }));
  gtag('consent', 'update', storageAfter('all'));
  expect(heard).toEqual([]);
  tell('CookieScriptAcceptAll');
  expect(heard).toEqual(['yes']);
});

test('nothing is ever pushed or created', () => {
  const keys = Object.keys(window).sort();
  for (const { adapter } of Object.values(recordings)) following(adapter());
  expect(Object.keys(window).sort()).toEqual(keys);
  recordings['Consent Mode']?.load('all');
  const { dataLayer } = window as unknown as { dataLayer: unknown[] };
  const before = [...dataLayer];
  const push = vi.spyOn(dataLayer, 'push');
  following(consentMode());
  tell('consent_update');
  expect(push).not.toHaveBeenCalled();
  expect(dataLayer).toEqual(before);
});
