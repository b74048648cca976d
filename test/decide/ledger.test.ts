import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLedger, type Ledger } from '../../src/decide/ledger';
import { createFakeBrowser, type FakeTab } from './fakeBrowser';
import { MORNING_MS } from './given';

const help = { id: 'help', intent: 'pay' };
const other = { id: 'other', intent: 'search' };

function setup({ hasLocks = true, delaysMs = [0], stored }: { hasLocks?: boolean; delaysMs?: readonly number[]; stored?: unknown } = {}) {
  const browser = createFakeBrowser(2, { hasLocks, delaysMs });
  const [tab, otherTab] = browser.tabs as readonly [FakeTab, FakeTab];
  if (stored !== undefined) tab.ledgerContext().records.write('ledger', stored);
  return { browser, tab, otherTab, ledger: ledgerIn(tab), otherLedger: ledgerIn(otherTab) };
}

function ledgerIn(tab: FakeTab): Ledger {
  const { records, ...context } = tab.ledgerContext();
  return createLedger(records, context);
}

/** What a claim came to, once it is known. */
function claimIn(ledger: Ledger, isAllowed: Parameters<Ledger['claim']>[1] = ({ all }) => !all.length): { came: boolean | undefined } {
  const claim: { came: boolean | undefined } = { came: undefined };
  void ledger.claim(help, isAllowed).then((isOurs) => { claim.came = isOurs; });
  return claim;
}

const whatIn = (ledger: Ledger): readonly string[] => ledger.past().all.map(({ what }) => what);

test('what one tab has shown, the other knows', () => {
  const { ledger, otherLedger } = setup();
  ledger.shown(help);
  const { all, here } = otherLedger.past();
  expect(all).toEqual([{ id: all[0]?.id, rule: 'help', intent: 'pay', what: 'shown', at: MORNING_MS, visit: 'visit 0.0', page: 'page 0.0' }]);
  expect(here).toEqual({ visit: 'visit 1.0', page: 'page 1.0' });
});

test('only answers that count for later are kept', () => {
  const { ledger } = setup();
  for (const answer of ['closed', 'not-now', 'never', 'mute', 'human', 'action', 'resolved', 'gone', 'off'] as const) ledger.answered(help, answer);
  expect(whatIn(ledger)).toEqual(['closed', 'not-now', 'never', 'mute', 'human', 'action']);
});

test('“not now” says for how long', () => {
  const { ledger } = setup();
  ledger.answered(help, 'not-now', { forMs: 3_600_000 });
  expect(ledger.past().all).toMatchObject([{ forMs: 3_600_000 }]);
});

test('“not on this page” is kept with what tells the page apart, and any other answer is not', () => {
  const { tab } = setup();
  const { records, ...context } = tab.ledgerContext();
  const ledger = createLedger(records, { ...context, path: () => 'k3y' });
  ledger.answered(help, 'not-now', { here: true });
  ledger.answered(other, 'not-now');
  expect([ledger.past().all.map(({ path }) => path), ledger.past().here.path]).toEqual([['k3y', undefined], 'k3y']);
});

test('what was refused and is wanted again counts no more, also where another tab still remembers it', async () => {
  const { browser, ledger, otherLedger } = setup({ delaysMs: [3] });
  otherLedger.answered(help, 'closed');
  otherLedger.answered(other, 'never');
  await browser.advance(1000);
  ledger.revived(help);
  await browser.advance(1000);
  ledger.revived({ id: 'another', intent: 'search' });
  await browser.advance(1000);
  expect([whatIn(ledger), whatIn(otherLedger)]).toEqual([['revived', 'revived'], ['revived', 'revived']]);
  otherLedger.answered(help, 'closed');
  await browser.advance(1000);
  expect(whatIn(ledger)).toEqual(['revived', 'revived', 'closed']);
});

test('use is kept for as long as the visitor wants, on the device too; refusals are kept', async () => {
  const { browser, tab } = setup();
  const { records, ...context } = tab.ledgerContext();
  const ledger = createLedger(records, { ...context, keepMs: () => 10_000 });
  ledger.shown(help, 'help@1');
  ledger.answered(help, 'action', { nudge: 'help@1' });
  ledger.rated(help, 'helpful', 'help@1');
  for (const answer of ['closed', 'not-now', 'never', 'mute'] as const) ledger.answered(help, answer);
  await browser.advance(9_999);
  expect(whatIn(ledger)).toEqual(['shown', 'action', 'helpful', 'closed', 'not-now', 'never', 'mute']);
  await browser.advance(1);
  ledger.past();
  expect((records.read('ledger') as { what: string }[]).map(({ what }) => what)).toEqual(['closed', 'not-now', 'never', 'mute']);
});

test('what happened in a future that was none happened now', async () => {
  const { browser, ledger, otherLedger } = setup();
  browser.setClock(1e12);
  ledger.shown(help);
  browser.setClock(-1e12);
  expect(otherLedger.past().all).toMatchObject([{ at: MORNING_MS }]);
  await browser.advance(5000);
  expect(ledger.past().all).toMatchObject([{ at: MORNING_MS }]);
});

test('before anything was shown nothing is written', async () => {
  const { browser, tab, ledger } = setup();
  ledger.past();
  ledger.unmeant(help);
  ledger.answered(help, 'gone');
  expect(await ledger.claim(help, () => false)).toBe(false);
  await browser.advance(1000);
  expect(tab.text()).toBeUndefined();
});

test('years of nudges take no more room than 500, and no refusal is forgotten for them', async () => {
  const { browser, ledger } = setup();
  ledger.answered(help, 'never');
  ledger.answered(help, 'closed');
  for (let second = 1; second <= 700; second++) {
    await browser.advance(1000);
    ledger.shown(help);
  }
  const { all } = ledger.past();
  expect(all).toHaveLength(500);
  expect(all.slice(0, 3).map(({ what, at }) => [what, at - MORNING_MS])).toEqual([['never', 0], ['closed', 0], ['shown', 203_000]]);
});

test('more refusals than there is room for: the oldest go', () => {
  const { ledger, tab } = setup({ stored: Array.from({ length: 700 }, (_, at) => ({ id: `${at}`, rule: 'help', intent: 'pay', what: 'closed', at, visit: '', page: '' })) });
  expect(ledger.past().all.map(({ at }) => at)).toEqual(Array.from({ length: 500 }, (_, index) => index + 200));
  ledger.shown(help);
  expect(JSON.parse(tab.text()!)).toHaveLength(501);
});

test('whatever storage holds, the ledger works', async () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('help', 'shown', 'closed', 'meant', 'not-now'), fc.jsonValue());
  const entry = fc.record({ id: words, rule: words, intent: words, what: words, at: fc.oneof(fc.double(), fc.jsonValue()), visit: words, page: words, forMs: fc.jsonValue() }, { requiredKeys: [] });
  await fc.assert(fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(entry)), async (stored) => {
    const { browser, ledger } = setup({ stored });
    for (const { at } of ledger.past().all) expect(at).toBeLessThanOrEqual(MORNING_MS);
    ledger.shown(help);
    const claim = claimIn(ledger, () => true);
    await browser.advance(1000);
    expect(claim.came).toBe(true);
    expect(whatIn(ledger).slice(-2)).toEqual(['shown', 'meant']);
  }));
});

test('the ledger is read once while a signal is thought about, and anew for the next', async () => {
  const { tab } = setup();
  const { records, ...context } = tab.ledgerContext();
  let reads = 0;
  const ledger = createLedger({ ...records, read: (key) => { reads++; return records.read(key); } }, context);
  for (let rule = 0; rule < 50; rule++) ledger.past();
  expect(reads).toBe(1);
  await Promise.resolve();
  ledger.past();
  expect(reads).toBe(2);
});

test('what a page has just written it knows at once', () => {
  const { ledger } = setup();
  ledger.past();
  ledger.shown(help);
  expect(whatIn(ledger)).toEqual(['shown']);
});

test('a nudge on its way counts everywhere, until it is shown', async () => {
  const { browser, ledger, otherLedger } = setup();
  const claim = claimIn(ledger);
  await browser.advance(200);
  expect([claim.came, whatIn(otherLedger)]).toEqual([true, ['meant']]);
  ledger.shown(help);
  await browser.advance(0);
  expect(whatIn(otherLedger)).toEqual(['shown']);
});

test('a nudge that does not come after all does not count', async () => {
  const { browser, ledger, otherLedger } = setup();
  claimIn(ledger);
  await browser.advance(200);
  ledger.unmeant(help);
  expect(whatIn(otherLedger)).toEqual([]);
});

test('a tab that dies on the way silences the others for ten seconds', async () => {
  const { browser, tab, ledger, otherLedger } = setup();
  claimIn(ledger);
  await browser.advance(100);
  tab.reload();
  await browser.advance(9899);
  expect(whatIn(otherLedger)).toEqual(['meant']);
  await browser.advance(1);
  expect(whatIn(otherLedger)).toEqual([]);
});

test.each([['with locks', true, 0], ['with locks, where writes take their time', true, 40], ['without locks', false, 0], ['without locks, where writes take their time', false, 40]])('two tabs want to help at once: one of them does, %s', async (_, hasLocks, delayMs) => {
  const { browser, ledger, otherLedger } = setup({ hasLocks, delaysMs: [delayMs] });
  const claims = [claimIn(ledger), claimIn(otherLedger)];
  await browser.advance(1000);
  expect(claims.map(({ came }) => came).sort()).toEqual([false, true]);
});

test('what another tab wrote over comes back', async () => {
  const { browser, ledger, otherTab, otherLedger } = setup({ delaysMs: [40] });
  ledger.answered(help, 'never');
  otherLedger.shown(other);
  await browser.advance(80);
  expect(otherTab.text()).not.toContain('never');
  await browser.advance(300);
  expect(whatIn(otherLedger)).toEqual(['shown', 'never']);
});

test('what the visitor withdrew does not come back', async () => {
  const { browser, tab, ledger, otherLedger } = setup();
  ledger.answered(help, 'closed');
  otherLedger.shown(other);
  const claim = claimIn(ledger, () => true);
  await browser.advance(150);
  browser.clear();
  await browser.advance(1000);
  expect([claim.came, whatIn(ledger), tab.text()]).toEqual([false, [], undefined]);
  ledger.shown(help);
  expect(whatIn(otherLedger)).toEqual(['shown']);
});

test('a tab that slept while it claimed has lost its turn', async () => {
  const { browser, tab, ledger, otherLedger } = setup({ hasLocks: false });
  const claim = claimIn(ledger);
  await browser.advance(0);
  tab.freeze(60_000);
  await browser.advance(11_000);
  const otherClaim = claimIn(otherLedger);
  await browser.advance(60_000);
  expect([claim.came, otherClaim.came]).toEqual([false, true]);
});

test('a tab that sleeps with the lock in its hand: the others stay silent', async () => {
  const { browser, tab, ledger, otherLedger } = setup();
  claimIn(ledger, () => true);
  await browser.advance(0);
  tab.freeze(60_000);
  const claim = claimIn(otherLedger, () => true);
  await browser.advance(3000);
  expect(claim.came).toBe(false);
});
