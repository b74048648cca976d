import { expect, test } from 'vitest';
import { createOffer } from '../../src/nudge/offer';
import type { ChatAdapter, Contribution, CreateShowHelp, Decision, Help, HelpAnswer, Nudge, Outcome, Rule } from '../../src/types';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const element = (isConnected = true) => ({ isConnected }) as unknown as Element;

function setup({ load }: { load?: () => Promise<CreateShowHelp> } = {}) {
  const end = new AbortController();
  const seen = { help: [] as Help[], closed: [] as string[], nudges: [] as Nudge[], outcomes: [] as Outcome[], errors: [] as unknown[], loads: 0 };
  const named = new Map<string, Element>();
  let chat: ChatAdapter | undefined;
  let answer: (answer: HelpAnswer) => void = () => undefined;
  let now = 1000;
  const createShowHelp: CreateShowHelp = () => (help, on) => {
    seen.help.push(help);
    on.shown();
    answer = on.answer;
    return (because) => { seen.closed.push(because); on.answer({ answer: because, whyOpened: false }); };
  };
  const notHere = () => Promise.reject(new Error('not here'));
  const visit = {
    window: {} as never, end: end.signal, options: { locale: 'en', chat: '/contact' }, chat: () => chat,
    parts: { detect: notHere, rules: notHere, report: notHere, nudge: load ?? (() => { seen.loads++; return Promise.resolve(createShowHelp); }) },
    fail: (_during: string, cause: unknown) => seen.errors.push(cause),
  };
  const offer = createOffer(visit, { now: () => now, find: (name) => named.get(name), route: () => '/pay' }, {
    nudge: (nudge) => seen.nudges.push(nudge), outcome: (outcome) => seen.outcomes.push(outcome),
  });
  const contribution = (target?: Element): Contribution => ({ signal: 'rage-click', place: 'pay', points: 40, count: 4, evidence: {}, ...(target && { target }) });
  const decision = (target?: Element): Decision => {
    const score = { rule: 'help', at: now, value: 70, confidence: 0.8, contributions: [contribution(target)] };
    return { id: 'd1', rule: 'help', at: now, show: true, gate: 'show', because: '', score, reasons: score.contributions, againAt: undefined };
  };
  const rule = (change: Partial<Rule['nudge'] & object> = {}, element: readonly string[] = []): Rule => ({
    id: 'help', status: 'live', why: undefined, where: { page: [], workflow: undefined, step: [], element }, signals: [], help: { score: 60, confidence: 0.5 },
    limits: {} as never, resolved: [], nudge: { template: 'tooltip', at: undefined, side: 'auto', title: 'Stuck?', body: undefined, ctas: [], ...change },
  });
  return { offer, seen, named, end, rule, decision, useChat: (adapter: ChatAdapter) => { chat = adapter; }, say: (said: HelpAnswer) => answer(said), wait: (ms: number) => { now += ms; } };
}

test('the nudge UI is fetched with the first help and not again', async () => {
  const { offer, seen, rule, decision, say } = setup();
  expect(seen.loads).toBe(0);
  for (let times = 0; times < 2; times++) {
    offer.make(rule(), decision(element()));
    await settled();
    say({ answer: 'closed', whyOpened: false });
  }
  expect([seen.loads, seen.nudges.length, seen.outcomes.length]).toEqual([1, 2, 2]);
});

test('one thing at a time', async () => {
  const { offer, seen, rule, decision } = setup();
  offer.make(rule(), decision());
  expect(offer.busy()).toBe(true);
  offer.make(rule(), decision());
  await settled();
  expect(seen.help).toHaveLength(1);
});

test('what became of it is told, with how long it stood there', async () => {
  const { offer, seen, rule, decision, say, wait } = setup();
  offer.make(rule(), decision());
  await settled();
  wait(2500);
  say({ answer: 'never', whyOpened: true });
  expect(seen.outcomes).toEqual([{ nudge: 'd1', rule: 'help', at: 3500, answer: 'never', afterMs: 2500, whyOpened: true }]);
  expect(offer.busy()).toBe(false);
});

test('help closes when the trouble resolves', async () => {
  const { offer, seen, rule, decision } = setup();
  offer.make(rule(), decision());
  await settled();
  offer.resolve('another');
  expect(seen.closed).toEqual([]);
  offer.resolve('help');
  expect(seen.closed).toEqual(['resolved']);
  expect(seen.outcomes).toMatchObject([{ answer: 'resolved' }]);
});

test('a trouble that resolves while the nudge UI is on its way shows nothing', async () => {
  const { offer, seen, rule, decision } = setup();
  offer.make(rule(), decision());
  offer.resolve('help');
  await settled();
  expect(seen.help).toEqual([]);
  expect(offer.busy()).toBe(false);
});

test('a visit that ends while the nudge UI is on its way shows nothing', async () => {
  const { offer, seen, rule, decision, end } = setup();
  offer.make(rule(), decision());
  end.abort();
  await settled();
  expect(seen.help).toEqual([]);
});

test('help that finds no place was never there: nothing is told of it', async () => {
  const { offer, seen, rule, decision } = setup({ load: () => Promise.resolve(() => (_help, on) => { on.answer({ answer: 'gone', whyOpened: false }); return () => undefined; }) });
  offer.make(rule(), decision());
  await settled();
  expect([seen.nudges, seen.outcomes, offer.busy()]).toEqual([[], [], false]);
});

test('a nudge UI that cannot be fetched is told to the developer, and the next help tries again', async () => {
  const { offer, seen, rule, decision } = setup({ load: () => Promise.reject(new Error('blocked')) });
  offer.make(rule(), decision());
  await settled();
  expect(seen.errors).toMatchObject([{ message: 'blocked' }]);
  expect(offer.busy()).toBe(false);
});

test('a nudge UI that fails late does not make room beside the help that took its turn', async () => {
  const refusals: ((cause: Error) => void)[] = [];
  const { offer, rule, decision } = setup({ load: () => new Promise((_resolve, reject) => refusals.push(reject)) });
  offer.make(rule(), decision());
  offer.resolve('help');
  offer.make(rule(), decision());
  refusals[0]?.(new Error('blocked'));
  await settled();
  expect(offer.busy()).toBe(true);
});

test('a button can lead to any place the rules name', async () => {
  const { offer, seen, named, rule, decision } = setup();
  const voucher = element();
  named.set('voucher', voucher);
  offer.make(rule(), decision(element()));
  await settled();
  expect(seen.help[0]?.find('voucher')).toBe(voucher);
});

test('help stands at the element in trouble, at the one the rule names, or where the page put it anew', () => {
  const { offer, named, rule, decision } = setup();
  const [troubled, voucher, again] = [element(), element(), element()];
  named.set('voucher', voucher).set('pay', again);
  expect(offer.anchorOf(rule(), decision(troubled).score)).toBe(troubled);
  expect(offer.anchorOf(rule({ at: 'voucher' }), decision(troubled).score)).toBe(voucher);
  expect(offer.anchorOf(rule({}, ['voucher']), decision().score)).toBe(voucher);
  expect(offer.anchorOf(rule(), decision(element(false)).score)).toBe(again);
  expect(offer.anchorOf(rule({}, ['voucher']), decision(element(false)).score)).toBe(voucher);
  named.clear();
  expect(offer.anchorOf(rule(), decision(element(false)).score)).toBeUndefined();
});

test('help stands where the trouble is heaviest, and never where things went well', () => {
  const { offer, rule, decision } = setup();
  const { score } = decision();
  const at = (points: number) => ({ signal: 'dead-click', place: 'other', points, count: 1, evidence: {}, target: element() }) as const;
  const [light, heavy, good] = [at(10), at(50), at(-60)];
  expect(offer.anchorOf(rule(), { ...score, contributions: [good, light, heavy] })).toBe(heavy.target);
  expect(offer.anchorOf(rule(), { ...score, contributions: [good] })).toBeUndefined();
});

test('a person is reached through the host’s chat, or its contact page where there is none', async () => {
  const { offer, seen, rule, decision, useChat, say } = setup();
  offer.make(rule(), decision());
  await settled();
  expect(seen.help[0]?.human).toBe('/contact');
  say({ answer: 'closed', whyOpened: false });
  const opened: unknown[] = [];
  useChat({ id: 'ours', open: (handover) => opened.push(handover) });
  offer.make(rule(), decision());
  await settled();
  const human = seen.help[1]?.human;
  if (typeof human === 'function') human(['You pressed “Pay” four times.']);
  expect(opened).toEqual([{ rule: 'help', route: '/pay', place: 'pay', reasons: ['You pressed “Pay” four times.'] }]);
});
