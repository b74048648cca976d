// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { question } from '../src/consent/question';
import { createTabs } from '../src/consent/tabs';
import { createDesk } from '../src/desk';
import { createFurrow } from '../src/furrow';
import type { Inspect, OpenPreferences, PromptAnswer, PromptOptions, Visit } from '../src/parts';
import type { ChatAdapter, ConsentChange, ConsentManager, FurrowError, HostWords, Options, Preferences } from '../src/types';
import { wordFiles } from '../src/words/files';
import { type GivenFiles, partsOf } from './support/partsOf';

type Said = PromptAnswer['answer'] | PromptAnswer;

/** What stands on the page, in place of the prompt that a visitor sees. */
const asked: { ask(options: PromptOptions, end: AbortSignal): Promise<PromptAnswer> } = vi.hoisted(() => ({ ask: () => Promise.reject(new Error('nobody is there')) }));
vi.mock('../src/consent/prompt', () => ({ prompt: (_document: Document, options: PromptOptions, end: AbortSignal) => asked.ask(options, end) }));

const settled = () => new Promise((resolve) => setTimeout(resolve));
const kept = () => Object.keys(localStorage).sort();

/** Fetched once, so that no test waits for them. */
beforeAll(() => Promise.all(Object.values(wordFiles).map((file) => file())));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** What an earlier yes may have left, besides the receipt. */
const leaveTraces = () => { localStorage.setItem('furrow.ledger', '[1]'); sessionStorage.setItem('furrow.visit', '{}'); };
const traces = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('furrow.')).sort();

/** A host's words, as they were heard. */
function hearing(said: unknown[]): HostWords {
  const hear = (verb: string) => (words: unknown) => void said.push([verb, words]);
  return { setAttributes: hear('setAttributes'), incident: hear('incident'), contacted: hear('contacted'), hold: hear('hold'), holidays: hear('holidays'), prefer: hear('prefer') };
}

/** A page with furrow's gate, whose visitor answers what the test says. */
function setup({ options = {}, parts = {} }: { options?: Options; parts?: GivenFiles } = {}) {
  const seen = { visits: [] as Visit[], purged: 0, purgedAtCollector: [] as unknown[], signals: [] as string[], said: [] as unknown[], rehearsed: [] as unknown[], prompts: [] as PromptOptions[], consents: [] as ConsentChange[], errors: [] as FurrowError[] };
  let say: (answer: PromptAnswer) => void = () => undefined;
  asked.ask = (options, end) => {
    seen.prompts.push(options);
    return new Promise((resolve) => {
      say = resolve;
      end.addEventListener('abort', () => resolve({ answer: 'dismissed' }));
    });
  };
  const { furrow, fail } = createFurrow(window, { automated: 'allow', onError: (error) => seen.errors.push(error), ...options }, partsOf({
    core: () => Promise.resolve((visit) => {
      seen.visits.push(visit);
      createTabs(visit.window, visit.end, (told) => visit.hear(told));
      visit.records.write('ledger', [1]);
      return Promise.resolve({
        signal: (name) => void seen.signals.push(name),
        host: hearing(seen.said),
        rehearse: (rehearsal) => void seen.rehearsed.push(rehearsal),
        explain: () => Promise.resolve({ stored: ['queue'], waiting: 3, problems: [], rules: [], signals: [], decisions: [], toString: () => 'all that it knows' }),
        past: undefined,
        holdings: () => Promise.resolve({ signals: [], scores: [], decisions: [], waiting: [] }),
        purge: (atCollector) => {
          if (atCollector) seen.purgedAtCollector.push(atCollector);
          seen.purged++;
          return Promise.resolve([]);
        },
      });
    }),
    prompt: () => Promise.resolve(question),
    desk: () => Promise.resolve(createDesk),
    ...parts,
  }));
  furrow.on('consent', (change) => seen.consents.push(change));
  return { furrow, fail, seen, answer: async (said: Said) => { await settled(); say(typeof said === 'string' ? { answer: said } : said); await settled(); } };
}

test('a new visitor is asked, and nothing runs meanwhile', async () => {
  const { seen } = setup();
  await settled();
  expect(seen.prompts).toHaveLength(1);
  expect(seen.visits).toEqual([]);
  expect(kept()).toEqual([]);
});

test('a yes begins the visit and is remembered by the next page', async () => {
  const first = setup();
  await first.answer('granted');
  expect(first.seen.visits).toHaveLength(1);
  expect(first.furrow.receipt()).toMatchObject({ decision: 'granted', purposes: ['notice', 'help'], surface: 'prompt' });
  const second = setup();
  await settled();
  expect(second.seen.prompts).toEqual([]);
  expect(second.seen.visits).toHaveLength(1);
  expect(second.seen.consents).toMatchObject([{ granted: true, because: 'remembered' }]);
});

test('a no runs nothing, keeps only the no, and is not asked again', async () => {
  const first = setup();
  await first.answer('refused');
  expect(first.seen.visits).toEqual([]);
  expect(kept()).toEqual(['furrow.receipt']);
  const second = setup();
  await settled();
  expect(second.seen.prompts).toEqual([]);
  expect(second.seen.visits).toEqual([]);
  expect(second.seen.consents).toMatchObject([{ granted: false, because: 'remembered' }]);
});

test('a question that was closed rests for as long as the prompt says, a no for half a year', async () => {
  const expires = '2099-01-01T00:00:00.000Z';
  const first = setup();
  await first.answer({ answer: 'dismissed', expires, dismissals: ['2026-11-01T00:00:00.000Z'] });
  expect(first.furrow.receipt()).toMatchObject({ decision: 'dismissed', purposes: [], expires });
  localStorage.clear();
  const second = setup();
  await second.answer('refused');
  const { at = '', expires: until = '' } = second.furrow.receipt() ?? {};
  expect((Date.parse(until) - Date.parse(at)) / 86_400_000).toBe(180);
});

test('the receipt says in which words it was asked, by which furrow, and what it replaces', async () => {
  const first = setup();
  await first.answer({ answer: 'granted', locale: 'en', textHash: 'sha256-x' });
  const receipt = first.furrow.receipt();
  expect(receipt).toMatchObject({ v: 1, decision: 'granted', surface: 'prompt', sdk: '0.0.0-test', locale: 'en', textHash: 'sha256-x', fingerprint: '1 · notice help · local · nothing leaves' });
  expect(receipt).not.toHaveProperty('prev');
  await first.furrow.withdraw();
  expect(first.furrow.receipt()).toMatchObject({ decision: 'withdrawn', prev: receipt?.id });
  expect(first.furrow.receipt()?.id).not.toBe(receipt?.id);
  expect(first.furrow.receipt()).not.toHaveProperty('textHash');
});

test('how often a question was closed is known to the next one, whatever was answered meanwhile', async () => {
  const dismissals = ['2026-11-01T00:00:00.000Z'];
  const first = setup();
  await first.answer({ answer: 'dismissed', expires: '2020-01-01T00:00:00.000Z', dismissals });
  const second = setup();
  await settled();
  expect(second.seen.prompts[0]?.last?.dismissals).toEqual(dismissals);
  second.furrow.refuse();
  expect(second.furrow.receipt()?.dismissals).toEqual(dismissals);
});

test('an expired yes is no yes', async () => {
  const first = setup();
  await first.answer('granted');
  const receipt = JSON.parse(localStorage.getItem('furrow.receipt') ?? '{}') as object;
  localStorage.setItem('furrow.receipt', JSON.stringify({ ...receipt, expires: '2020-01-01T00:00:00.000Z' }));
  const { seen } = setup();
  await settled();
  expect(seen.visits).toEqual([]);
  expect(seen.prompts).toHaveLength(1);
});

test.each<[string, Options, Options]>([
  ['facts would leave', {}, { collect: '/collect' }],
  ['they would go to somebody else', { collect: '/collect' }, { collect: 'https://other.test/collect' }],
  ['they would be kept for another time', { collect: '/collect', retention: 30 }, { collect: '/collect', retention: 90 }],
  ['the page does not say any more how long they are kept', { collect: '/collect', retention: '30' }, { collect: '/collect' }],
  ['things would be kept elsewhere', { storage: 'session' }, {}],
])('a yes to one thing is no yes to another: the question comes again when %s', async (_, before, after) => {
  const first = setup({ options: before });
  await first.answer('granted');
  localStorage.setItem('furrow.receipt', JSON.stringify(first.furrow.receipt()));
  const second = setup({ options: after });
  await settled();
  expect(second.seen.visits).toEqual([]);
  expect(second.seen.prompts).toMatchObject([{ last: { decision: 'granted', fingerprint: first.furrow.receipt()?.fingerprint } }]);
  expect(second.seen.prompts[0]?.fingerprint).not.toBe(first.furrow.receipt()?.fingerprint);
});

test('other words, another language, other rules or another contact page are no reason to ask again', async () => {
  await setup().answer('granted');
  const { seen } = setup({ options: { locale: 'ja', rules: '/rules.json', contact: '/contact', transparency: 'full', honours: 'email' } });
  await settled();
  expect([seen.prompts.length, seen.visits.length]).toEqual([0, 1]);
});

test('the visitor is asked in the language of the page', async () => {
  document.documentElement.lang = 'fr-CA';
  try {
    const { seen } = setup();
    await settled();
    const named = setup({ options: { locale: 'de-AT' } });
    await settled();
    expect([seen.prompts[0]?.words.lang, named.seen.prompts[0]?.words.lang]).toEqual(['fr', 'de']);
  } finally {
    document.documentElement.removeAttribute('lang');
  }
});

test('a no stays a no whatever changed', async () => {
  const first = setup();
  await first.answer('refused');
  const second = setup({ options: { collect: '/collect' } });
  await settled();
  expect(second.seen.prompts).toEqual([]);
});

test('garbage in storage is read as no answer', async () => {
  for (const garbage of ['{', '42', '"granted"', '{"v":2,"decision":"granted"}', '{"v":1,"decision":"granted","purposes":"all","expires":"2099"}']) {
    localStorage.setItem('furrow.receipt', garbage);
    const { seen } = setup({ options: { ask: 'manual' } });
    await settled();
    expect(seen.visits).toEqual([]);
  }
});

test('the browser says no for the visitor: nobody is asked and grant does not help', async () => {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
  try {
    const { furrow, seen } = setup();
    furrow.grant();
    await settled();
    expect(seen.prompts).toEqual([]);
    expect(seen.visits).toEqual([]);
    expect(seen.consents).toMatchObject([{ granted: false, because: 'signal' }]);
    expect(seen.errors[0]?.message).toContain('gpc');
    expect((await furrow.explain()).status).toMatchObject({ consent: 'signal', running: false });
  } finally {
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
  }
});

test.each([['globalPrivacyControl', true], ['globalPrivacyControl', '1'], ['doNotTrack', '1']])('a visitor who turns on %s (%j) after a yes has taken it back: what was kept is gone', async (name, value) => {
  await setup().answer('granted');
  leaveTraces();
  Object.defineProperty(navigator, name, { value, configurable: true });
  try {
    const { furrow, seen } = setup();
    await settled();
    expect([seen.visits, seen.prompts]).toEqual([[], []]);
    expect(traces()).toEqual(['furrow.receipt']);
    expect(furrow.receipt()).toMatchObject({ decision: 'signal', purposes: [] });
    expect(seen.consents).toMatchObject([{ granted: false, because: 'signal', receipt: { decision: 'signal' } }]);
  } finally {
    Reflect.deleteProperty(navigator, name);
  }
});

test('a page in a crawler or a foreign frame leaves the yes of its visitors alone', async () => {
  await setup().answer('granted');
  leaveTraces();
  const { userAgent } = navigator;
  Object.defineProperty(navigator, 'userAgent', { value: 'Googlebot/2.1', configurable: true });
  try {
    const { seen } = setup();
    await settled();
    expect([seen.visits, seen.prompts]).toEqual([[], []]);
    expect(traces()).toEqual(['furrow.ledger', 'furrow.receipt', 'furrow.visit']);
  } finally {
    Object.defineProperty(navigator, 'userAgent', { value: userAgent, configurable: true });
  }
});

test('withdrawal ends the visit, deletes what was kept and leaves only the no', async () => {
  const { furrow, seen, answer } = setup();
  await answer('granted');
  expect(kept()).toEqual(['furrow.ledger', 'furrow.receipt']);
  await furrow.withdraw();
  expect(seen.visits[0]?.end.aborted).toBe(true);
  expect(seen.purged).toBe(1);
  expect(kept()).toEqual(['furrow.receipt']);
  expect(furrow.receipt()?.decision).toBe('withdrawn');
  furrow.signal('app:too-late');
  await settled();
  expect(seen.signals).toEqual([]);
});

test('a no in the first breath of a page deletes what an earlier yes left', async () => {
  await setup().answer('granted');
  leaveTraces();
  const { furrow } = setup();
  await furrow.withdraw();
  expect(traces()).toEqual(['furrow.receipt']);
});

test('a no to a new question deletes what the yes to the old one left', async () => {
  await setup().answer('granted');
  leaveTraces();
  const { furrow, answer } = setup({ options: { collect: '/collect' } });
  await answer('refused');
  await settled();
  expect(furrow.receipt()?.decision).toBe('refused');
  expect(traces()).toEqual(['furrow.receipt']);
});

test('a no while the core is on its way, or never came, deletes the same', async () => {
  await setup().answer('granted');
  leaveTraces();
  const { furrow } = setup({ parts: { core: () => Promise.reject(new Error('gone')) } });
  await settled();
  await furrow.withdraw();
  expect(traces()).toEqual(['furrow.receipt']);
});

test('a no that is kept for the session is kept, and not asked again', async () => {
  const { furrow, answer } = setup({ options: { storage: 'session' } });
  await answer('granted');
  await furrow.withdraw();
  const next = setup({ options: { storage: 'session' } });
  await settled();
  expect([next.seen.prompts, next.furrow.receipt()?.decision]).toEqual([[], 'withdrawn']);
});

test('grant as a click handler grants what furrow would ask for, and no more can be granted', async () => {
  const { furrow } = setup({ options: { ask: 'manual' } });
  (furrow.grant as (event: unknown) => void)(new Event('click'));
  expect(furrow.receipt()?.purposes).toEqual(['notice', 'help']);
  furrow.grant(['notice', 'everything' as never, 'improve']);
  expect(furrow.receipt()?.purposes).toEqual(['notice']);
  await settled();
});

test('a grant that names no purpose furrow could begin with is told, and changes nothing', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' } });
  furrow.grant(['helpp' as never]);
  furrow.grant(['help']);
  await settled();
  expect([furrow.receipt(), seen.visits]).toEqual([undefined, []]);
  expect(seen.errors.map(({ message }) => message)).toEqual(Array(2).fill('it needs “notice”'));
});

test('a browser that refuses channels between tabs runs furrow, and ends it', async () => {
  const { BroadcastChannel } = window;
  Object.assign(window, { BroadcastChannel: class { constructor() { throw new DOMException('refused', 'SecurityError'); } } });
  try {
    const { furrow, seen } = setup({ options: { ask: 'manual' } });
    furrow.grant();
    await settled();
    await furrow.withdraw();
    expect(seen.visits.map(({ end }) => end.aborted)).toEqual([true]);
  } finally {
    Object.assign(window, { BroadcastChannel });
  }
});

test('withdrawal while the core is still on its way starts nothing', async () => {
  let arrive: () => void = () => undefined;
  const { furrow, seen } = setup({ options: { ask: 'manual' }, parts: { core: () => new Promise((resolve) => { arrive = () => resolve(() => Promise.reject(new Error('started'))); }) } });
  furrow.grant();
  const gone = furrow.withdraw();
  arrive();
  await gone;
  expect(seen.errors).toEqual([]);
});

test('withdrawal in one tab ends the visit in the other', async () => {
  const here = setup();
  await here.answer('granted');
  const there = setup();
  await settled();
  await here.furrow.withdraw();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(there.seen.visits[0]?.end.aborted).toBe(true);
  expect(there.seen.consents.at(-1)).toMatchObject({ granted: false, because: 'other-tab', receipt: { decision: 'withdrawn' } });
  expect(await there.furrow.ask()).toMatchObject({ decision: 'withdrawn' });
  expect(there.seen.prompts).toEqual([]);
});

test('what a visitor takes back of a yes in one tab, the other does no more either', async () => {
  const here = setup({ options: { collect: '/collect' } });
  await here.answer('granted');
  const there = setup({ options: { collect: '/collect' } });
  await settled();
  here.furrow.grant(['notice', 'help'], { families: ['forms'] });
  window.dispatchEvent(new StorageEvent('storage', { key: 'furrow.receipt', newValue: localStorage.getItem('furrow.receipt') }));
  await settled();
  expect(there.seen.visits.map(({ end, receipt }) => [end.aborted, receipt.purposes, receipt.families])).toEqual([[true, ['notice', 'help', 'improve'], undefined], [false, ['notice', 'help'], ['forms']]]);
  expect(there.seen.consents.at(-1)).toMatchObject({ granted: true, because: 'other-tab' });
  // the tab that heard of it first tells nobody again
  expect(here.seen.visits).toHaveLength(2);
});

test('a yes from another tab begins nothing where nothing runs', async () => {
  const no = setup();
  await no.answer('refused');
  const yes = { ...no.furrow.receipt(), id: 'other', decision: 'granted', purposes: ['notice'] };
  window.dispatchEvent(new StorageEvent('storage', { key: 'furrow.receipt', newValue: JSON.stringify(yes) }));
  await settled();
  expect(no.seen.visits).toEqual([]);
});

test('a tab that does not see yet what the other has written keeps the no all the same', async () => {
  const here = setup();
  await here.answer('granted');
  const yes = localStorage.getItem('furrow.receipt') ?? '';
  const there = setup();
  await settled();
  void here.furrow.withdraw();
  localStorage.setItem('furrow.receipt', yes);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(there.seen.visits[0]?.end.aborted).toBe(true);
  expect(localStorage.getItem('furrow.receipt')).toContain('withdrawn');
});

test('a message between tabs that is no no ends nothing', async () => {
  const { furrow, seen, answer } = setup();
  await answer('granted');
  const channel = new BroadcastChannel('furrow');
  for (const message of ['withdrawn', furrow.receipt()]) channel.postMessage(message);
  await new Promise((resolve) => setTimeout(resolve, 50));
  channel.close();
  expect(seen.visits.map(({ end }) => end.aborted)).toEqual([false]);
});

test('the host may grant less than everything', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual', collect: '/collect' } });
  furrow.grant(['notice']);
  await settled();
  expect(seen.visits[0]?.receipt.purposes).toEqual(['notice']);
  furrow.grant(['notice', 'help']);
  await settled();
  expect(seen.visits.map(({ end, receipt }) => [end.aborted, receipt.purposes])).toEqual([[true, ['notice']], [false, ['notice', 'help']]]);
});

test('the host keeps the receipt: storage is neither read nor written', async () => {
  const { furrow } = setup({ options: { ask: 'manual' } });
  furrow.grant();
  const receipt = furrow.receipt();
  localStorage.clear();
  const { seen } = setup({ options: { ask: 'manual', ...(receipt && { receipt }) } });
  await settled();
  expect(seen.visits).toHaveLength(1);
  expect(localStorage.getItem('furrow.receipt')).toBeNull();
});

test('a host’s receipt that leaves noticing out begins nothing', async () => {
  const { furrow } = setup({ options: { ask: 'manual' } });
  furrow.grant();
  const receipt = furrow.receipt();
  localStorage.clear();
  const { seen } = setup({ options: { ask: 'manual', ...(receipt && { receipt: { ...receipt, purposes: ['help'] } }) } });
  await settled();
  expect([seen.visits, seen.consents.map(({ granted }) => granted)]).toEqual([[], [false]]);
});

test('furrow asked twice shows one question', async () => {
  const { furrow, seen, answer } = setup({ options: { ask: 'manual' } });
  const both = Promise.all([furrow.ask(), furrow.ask()]);
  await answer('granted');
  const [first, second] = await both;
  expect(first).toBe(second);
  expect(seen.prompts).toHaveLength(1);
});

test('a host that grants while the question stands there takes the question away', async () => {
  const { furrow, seen } = setup();
  const asked = furrow.ask();
  await settled();
  furrow.grant();
  expect(await asked).toMatchObject({ decision: 'granted', surface: 'api' });
  expect(seen.visits).toHaveLength(1);
  await settled();
  expect(seen.visits).toHaveLength(1);
});

test('who answers while the question is on its way is not asked any more', async () => {
  let arrive: (fetched: typeof question) => void = () => undefined;
  const { furrow, seen } = setup({ parts: { prompt: () => new Promise((resolve) => { arrive = resolve; }) } });
  await settled();
  furrow.refuse();
  arrive(question);
  await settled();
  expect(seen.prompts).toEqual([]);
  expect(furrow.receipt()).toMatchObject({ decision: 'refused', surface: 'api' });
});

test('a core that cannot be fetched is told to the developer and to nobody else', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' }, parts: { core: () => Promise.reject(new Error('furrow.core.js is gone')) } });
  furrow.grant();
  furrow.signal('app:something');
  await settled();
  expect(seen.errors).toMatchObject([{ during: 'starting', message: 'furrow.core.js is gone' }]);
});

test('a listener that throws stops neither the others nor furrow', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' } });
  furrow.on('consent', () => { throw new Error('the host slipped'); });
  let heard = 0;
  furrow.on('consent', () => heard++);
  furrow.grant();
  await settled();
  expect(heard).toBe(1);
  expect(seen.visits).toHaveLength(1);
  expect(seen.errors).toMatchObject([{ message: 'the host slipped' }]);
});

test('explain before a yes says that nothing is kept and nothing runs', async () => {
  const { furrow } = setup({ options: { ask: 'manual' } });
  expect(await furrow.explain()).toMatchObject({ status: { consent: 'unknown', running: false, stored: [], waiting: 0 }, problems: [], rules: [], signals: [], decisions: [] });
  expect(String(await furrow.explain())).toBe('furrow does not run');
});

test('what the host says before the yes waits in the memory of the page, and a later visit hears it too', async () => {
  const { furrow, seen, answer } = setup();
  furrow.setAttributes({ signedIn: false });
  furrow.incident({ id: 'pay-down' });
  await settled();
  expect([seen.said, kept()]).toEqual([[], []]);
  await answer('granted');
  furrow.hold({ because: 'away', until: 2e12 });
  furrow.holidays(['2030-12-25']);
  const all = [['setAttributes', { signedIn: false }], ['incident', { id: 'pay-down' }], ['hold', { because: 'away', until: 2e12 }], ['holidays', ['2030-12-25']]];
  expect(seen.said).toEqual(all);
  await furrow.withdraw();
  furrow.contacted({ intent: 'help' });
  furrow.prefer({ level: 'none' });
  expect(seen.said).toHaveLength(4);
  furrow.grant();
  await settled();
  expect(seen.said.slice(4)).toEqual([...all, ['contacted', { intent: 'help' }], ['prefer', { level: 'none' }]]);
});

test('an explanation can be printed', async () => {
  const { furrow, answer } = setup();
  await answer('granted');
  expect(String(await furrow.explain())).toBe('all that it knows');
});

test('the inspect overlay opens only where the host allows it and the address asks for it', async () => {
  const opened: Parameters<Inspect>[] = [];
  const parts = { inspect: () => Promise.resolve<Inspect>((...given) => void opened.push(given)) };
  const { href } = location;
  setup({ parts, options: { inspect: 'allow' } });
  history.replaceState(null, '', '?furrow=inspect');
  setup({ parts });
  await settled();
  expect(opened).toEqual([]);
  const { furrow, seen, answer } = setup({ parts, options: { inspect: 'allow' } });
  await answer('granted');
  expect(opened).toHaveLength(1);
  expect(opened[0]?.[1]).toBe(furrow);
  opened[0]?.[2]({ rule: 'help' });
  await settled();
  expect(seen.rehearsed).toEqual([{ rule: 'help' }]);
  history.replaceState(null, '', href);
});

// ---------------------------------------------------------------- parts of the answer

test('the host may say which families of signals the visitor allowed, and where they said so', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' } });
  furrow.grant(undefined, { surface: 'preferences', families: ['forms', 'page'], locale: 'de', textHash: 'sha256-y' });
  await settled();
  expect(seen.visits[0]?.receipt).toMatchObject({ decision: 'partly', purposes: ['notice', 'help'], families: ['forms', 'page'], surface: 'preferences', locale: 'de', textHash: 'sha256-y' });
});

test('a yes to some of it is told as such', () => {
  const { furrow } = setup({ options: { ask: 'manual', collect: '/collect' } });
  furrow.grant(['notice', 'help']);
  expect(furrow.receipt()).toMatchObject({ decision: 'partly', purposes: ['notice', 'help'], surface: 'api' });
  furrow.grant();
  expect(furrow.receipt()).toMatchObject({ decision: 'granted', purposes: ['notice', 'help', 'improve'] });
});

// ---------------------------------------------------------------- a consent manager of the page

/** A consent manager whose visitor has not answered yet. */
function manager(id = 'klaro') {
  const followed: Parameters<ConsentManager['follow']>[1][] = [];
  const adapter: ConsentManager = { id, follow: (_window, consent) => void followed.push(consent) };
  return { adapter, followed };
}

test('a page whose consent manager decides never asks, and begins with its yes', async () => {
  const { adapter, followed } = manager();
  const { furrow, seen } = setup();
  furrow.use(adapter);
  await settled();
  expect([seen.prompts.length, seen.visits.length, followed.length]).toEqual([0, 0, 1]);
  followed[0]?.grant(undefined, { surface: 'cmp:klaro' });
  await settled();
  expect(seen.visits[0]?.receipt).toMatchObject({ decision: 'granted', surface: 'cmp:klaro' });
  followed[0]?.refuse({ surface: 'cmp:klaro' });
  await settled();
  expect(furrow.receipt()).toMatchObject({ decision: 'refused', surface: 'cmp:klaro' });
  expect(seen.visits[0]?.end.aborted).toBe(true);
});

test('a yes that furrow remembers waits for the manager’s where a consent manager decides; a no stays one', async () => {
  await setup().answer('granted');
  const yes = setup();
  yes.furrow.use(manager().adapter);
  await settled();
  expect([yes.seen.prompts.length, yes.seen.visits.length, yes.furrow.receipt()?.decision]).toEqual([0, 0, 'granted']);
  localStorage.clear();
  await setup().answer('refused');
  const no = setup();
  no.furrow.use(manager().adapter);
  await settled();
  expect([no.seen.prompts.length, no.seen.visits.length, no.furrow.receipt()?.decision]).toEqual([0, 0, 'refused']);
});

test('the tag may name the consent manager and the category that stands for furrow', async () => {
  const { adapter, followed } = manager('cookiebot');
  const asked: unknown[] = [];
  const { seen } = setup({
    options: { cmp: 'cookiebot', cmpCategory: 'preferences' },
    parts: { 'cmp.cookiebot': () => Promise.resolve((options) => { asked.push(options); return adapter; }) },
  });
  await settled();
  expect(asked).toEqual([{ category: 'preferences' }]);
  expect([seen.prompts.length, followed.length]).toEqual([0, 1]);
});

test('a consent manager that cannot be fetched, or fails, is told to the developer, and nobody is asked in its place', async () => {
  const missing = setup({ options: { cmp: 'nobody' } });
  const broken = setup();
  broken.furrow.use({ id: 'broken', follow: () => { throw new Error('it has changed'); } });
  await settled();
  expect(missing.seen.errors).toMatchObject([{ during: 'the consent manager “nobody”', message: 'not here' }]);
  expect(broken.seen.errors).toMatchObject([{ during: 'broken', message: 'it has changed' }]);
  expect([missing.seen.prompts, broken.seen.prompts, missing.seen.visits, broken.seen.visits]).toEqual([[], [], [], []]);
});

test('a consent manager does not overrule the browser', async () => {
  Object.defineProperty(navigator, 'doNotTrack', { value: '1', configurable: true });
  try {
    const { adapter, followed } = manager();
    const { furrow } = setup();
    furrow.use(adapter);
    const named = setup({ options: { cmp: 'klaro' } });
    await settled();
    expect([followed, named.seen.errors]).toEqual([[], []]);
  } finally {
    Reflect.deleteProperty(navigator, 'doNotTrack');
  }
});

test('a chat that the host connects is there for the visit', async () => {
  const chat: ChatAdapter = { id: 'mine', open: () => undefined };
  const { furrow, seen, answer } = setup();
  await answer('granted');
  expect(seen.visits[0]?.chat()).toBeUndefined();
  furrow.use(chat);
  expect(seen.visits[0]?.chat()).toBe(chat);
});

// ---------------------------------------------------------------- the preference centre

/** A centre that tells who opened it. */
function centreFor(opened: Parameters<OpenPreferences>[0][]): GivenFiles {
  return { preferences: () => Promise.resolve((given) => void opened.push(given)) };
}

test('the centre is fetched when a visitor asks for it, with its words', async () => {
  const opened: Parameters<OpenPreferences>[0][] = [];
  const { furrow, answer } = setup({ options: { collect: '/collect', locale: 'de-AT' }, parts: centreFor(opened) });
  await answer('granted');
  expect(opened).toEqual([]);
  furrow.preferences(document.body);
  furrow.preferences();
  await settled();
  expect(opened.map(({ opener, words }) => [opener, words.lang])).toEqual([[document.body, 'de'], [undefined, 'de']]);
});

test('a visitor takes along all that is kept, and has it deleted: all but the answer, and the visit begins anew on the same yes', async () => {
  const { furrow, seen, answer } = setup();
  await answer('granted');
  const receipt = furrow.receipt();
  leaveTraces();
  const exported = JSON.parse(await (await furrow.export()).text()) as Record<string, unknown>;
  expect(exported).toMatchObject({ receipt: { id: receipt?.id }, records: { ledger: [1] }, waiting: [] });
  expect((await furrow.forget()).toSorted()).toEqual(['ledger', 'visit']);
  await settled();
  expect(seen.purgedAtCollector).toEqual([true]);
  expect(seen.visits.map(({ end }) => end.aborted)).toEqual([true, false]);
  expect(furrow.receipt()).toBe(receipt);
});

test('there is nothing to be deleted where nobody said yes, and nothing begins', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' } });
  expect(await furrow.forget()).toEqual([]);
  await settled();
  expect(seen.visits).toEqual([]);
});

test('a visitor who has not answered, or said no, may open the centre too', async () => {
  const opened: Parameters<OpenPreferences>[0][] = [];
  const { furrow, seen } = setup({ options: { ask: 'manual' }, parts: centreFor(opened) });
  furrow.preferences();
  await settled();
  furrow.refuse();
  furrow.preferences();
  await settled();
  expect([opened.length, seen.visits.length]).toEqual([2, 0]);
});

test('a centre that cannot be fetched is told to the developer', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' } });
  furrow.preferences();
  await settled();
  expect(seen.errors).toMatchObject([{ during: 'the preferences', message: 'not here' }]);
});

test('what a visitor wants is told to the host, who may have to honour it', () => {
  const wanted: Preferences[] = [];
  const { furrow } = setup({ options: { ask: 'manual' } });
  furrow.on('preferences', (preferences) => wanted.push(preferences));
  furrow.prefer({ level: 'important', channels: ['email'] });
  expect(wanted).toEqual([{ level: 'important', channels: ['email'] }]);
});
