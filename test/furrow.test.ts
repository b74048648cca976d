// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createFurrow } from '../src/furrow';
import type { Inspect, Parts, Visit } from '../src/parts';
import type { ConsentChange, FurrowError, HostWords, Options } from '../src/types';

type Said = 'granted' | 'refused' | 'dismissed';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const notHere = () => Promise.reject(new Error('not here'));
const kept = () => Object.keys(localStorage).sort();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** A host's words, as they were heard. */
function hearing(said: unknown[]): HostWords {
  const hear = (verb: string) => (words: unknown) => void said.push([verb, words]);
  return { setAttributes: hear('setAttributes'), incident: hear('incident'), contacted: hear('contacted'), hold: hear('hold'), holidays: hear('holidays'), prefer: hear('prefer') };
}

/** A page with furrow's gate, whose visitor answers what the test says. */
function setup({ options = {}, parts = {} }: { options?: Options; parts?: Partial<Parts> } = {}) {
  const seen = { visits: [] as Visit[], purged: 0, signals: [] as string[], said: [] as unknown[], rehearsed: [] as unknown[], prompts: 0, consents: [] as ConsentChange[], errors: [] as FurrowError[] };
  let say: (answer: Said) => void = () => undefined;
  const { furrow, fail } = createFurrow(window, { automated: 'allow', onError: (error) => seen.errors.push(error), ...options }, {
    run: () => Promise.resolve((visit) => {
      seen.visits.push(visit);
      visit.records.write('ledger', [1]);
      return Promise.resolve({
        signal: (name) => void seen.signals.push(name),
        host: hearing(seen.said),
        rehearse: (rehearsal) => void seen.rehearsed.push(rehearsal),
        explain: () => Promise.resolve({ stored: ['queue'], waiting: 3, problems: [], rules: [], signals: [], decisions: [], toString: () => 'all that it knows' }),
        purge: () => { seen.purged++; return Promise.resolve(); },
      });
    }),
    prompt: () => Promise.resolve((_document, _options, end) => {
      seen.prompts++;
      return new Promise((resolve) => {
        say = resolve;
        end.addEventListener('abort', () => resolve('dismissed'));
      });
    }),
    detect: notHere,
    rules: notHere,
    speak: notHere,
    report: notHere,
    nudge: notHere,
    inspect: notHere,
    ...parts,
  });
  furrow.on('consent', (change) => seen.consents.push(change));
  return { furrow, fail, seen, answer: async (answer: Said) => { await settled(); say(answer); await settled(); } };
}

test('a new visitor is asked, and nothing runs meanwhile', async () => {
  const { seen } = setup();
  await settled();
  expect(seen.prompts).toBe(1);
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
  expect(second.seen.prompts).toBe(0);
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
  expect(second.seen.prompts).toBe(0);
  expect(second.seen.visits).toEqual([]);
  expect(second.seen.consents).toMatchObject([{ granted: false, because: 'remembered' }]);
});

test('a question that was closed rests for a month, a no for half a year', async () => {
  for (const [said, days] of [['dismissed', 30], ['refused', 180]] as const) {
    localStorage.clear();
    const { furrow, answer } = setup();
    await answer(said);
    const { at = '', expires = '' } = furrow.receipt() ?? {};
    expect((Date.parse(expires) - Date.parse(at)) / 86_400_000).toBe(days);
  }
});

test('an expired yes is no yes', async () => {
  const first = setup();
  await first.answer('granted');
  const receipt = JSON.parse(localStorage.getItem('furrow.receipt') ?? '{}') as object;
  localStorage.setItem('furrow.receipt', JSON.stringify({ ...receipt, expires: '2020-01-01T00:00:00.000Z' }));
  const { seen } = setup();
  await settled();
  expect(seen.visits).toEqual([]);
  expect(seen.prompts).toBe(1);
});

test('a yes to less is no yes to more: the question comes again when facts would leave', async () => {
  const first = setup();
  await first.answer('granted');
  const second = setup({ options: { collect: '/collect' } });
  await settled();
  expect(second.seen.visits).toEqual([]);
  expect(second.seen.prompts).toBe(1);
});

test('a no stays a no whatever changed', async () => {
  const first = setup();
  await first.answer('refused');
  const second = setup({ options: { collect: '/collect' } });
  await settled();
  expect(second.seen.prompts).toBe(0);
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
    expect(seen.prompts).toBe(0);
    expect(seen.visits).toEqual([]);
    expect(seen.consents).toMatchObject([{ granted: false, because: 'signal' }]);
    expect(seen.errors[0]?.message).toContain('gpc');
    expect((await furrow.explain()).status).toMatchObject({ consent: 'signal', running: false });
  } finally {
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
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

/** What an earlier yes may have left, besides the receipt. */
const leaveTraces = () => { localStorage.setItem('furrow.ledger', '[1]'); sessionStorage.setItem('furrow.visit', '{}'); };
const traces = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('furrow.')).sort();

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
  const { furrow } = setup({ parts: { run: () => Promise.reject(new Error('gone')) } });
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
  expect([next.seen.prompts, next.furrow.receipt()?.decision]).toEqual([0, 'withdrawn']);
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
  expect(seen.errors.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining('furrow knows notice, help')));
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
  const { furrow, seen } = setup({ options: { ask: 'manual' }, parts: { run: () => new Promise((resolve) => { arrive = () => resolve(() => Promise.reject(new Error('started'))); }) } });
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
  expect(there.seen.prompts).toBe(0);
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
  expect(seen.prompts).toBe(1);
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

test('a core that cannot be fetched is told to the developer and to nobody else', async () => {
  const { furrow, seen } = setup({ options: { ask: 'manual' }, parts: { run: () => Promise.reject(new Error('furrow.core.js is gone')) } });
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
