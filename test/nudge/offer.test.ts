import { expect, test, vi } from 'vitest';
import { createBesides } from '../../src/nudge/besides';
import { createOffer } from '../../src/nudge/offer';
import type { Aside, AsideAnswer, CreateBesides, CreateShowing, Help, HelpAnswer } from '../../src/parts';
import type { ChatAdapter, Contribution, Decision, Furrow, Nudge, NudgeText, Outcome, Rule, Score } from '../../src/types';
import { words as german } from '../../src/words/de/nudge';
import { words as english } from '../../src/words/en/nudge';
import { words as why } from '../../src/words/en/why';
import { createFakePage } from '../support/fakePage';
import { partsOf } from '../support/partsOf';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const element = (isConnected = true) => ({ isConnected }) as unknown as Element;

function setup({ load, words = (locale) => Promise.resolve(locale === 'de' ? german : english), scores = [], besides }: { load?: () => Promise<CreateShowing>; besides?: () => Promise<CreateBesides>; words?: (locale: string) => Promise<typeof english>; scores?: readonly Score[] } = {}) {
  const end = new AbortController();
  const page = createFakePage({ now: 1000, window: {} as never });
  const seen = {
    help: [] as Help[], asides: [] as Aside[], closed: [] as string[], nudges: [] as Nudge[], outcomes: [] as Outcome[], unshown: [] as string[], errors: [] as unknown[], opened: [] as Element[], loads: 0,
  };
  const [named, beside] = [new Map<string, Element>(), new Map<string, Element>()];
  let takeAway: ((answer: HelpAnswer) => void) | undefined;
  let chat: ChatAdapter | undefined;
  let answer: (answer: HelpAnswer) => void = () => undefined;
  let respond: (answer: AsideAnswer) => void = () => undefined;
  const createShowing: CreateShowing = () => ({
    help(help, on) {
      takeAway?.({ answer: 'gone', whyOpened: false });
      const once = (said: HelpAnswer) => {
        if (takeAway !== once) return;
        takeAway = undefined;
        on.answer(said);
      };
      takeAway = answer = once;
      seen.help.push(help);
      on.shown();
      return (because) => { seen.closed.push(because); once({ answer: because, whyOpened: false }); };
    },
    aside(aside, on) {
      seen.asides.push(aside);
      respond = on.answer;
      return () => on.answer('gone');
    },
  });
  const visit = {
    window: { document: { baseURI: 'https://shop.example/pay?card=1' }, location: { pathname: '/pay' }, setTimeout, clearTimeout } as never,
    end: end.signal, options: { locale: 'en', contact: '/contact' }, chat: () => chat, furrow: { preferences: (opener?: Element) => { if (opener) seen.opened.push(opener); } } as Furrow,
    parts: partsOf({
      'nudge.en': () => words('en'), 'nudge.de': () => words('de'),
      ...(besides && { besides }),
      nudge: load ?? (() => { seen.loads++; return Promise.resolve(createShowing); }),
    }),
    fail: (_during: string, cause: unknown) => seen.errors.push(cause),
  };
  const offer = createOffer(visit, {
    now: page.now, after: page.after, find: (name) => named.get(name), near: (name) => beside.get(name), route: () => '/pay', scores: () => scores, lastAt: (name) => (name === 'error-loop' ? 900 : 500),
  }, {
    nudge: (nudge) => seen.nudges.push(nudge), outcome: (outcome) => seen.outcomes.push(outcome), unshown: (id) => seen.unshown.push(id),
  });
  const contribution = (target?: Element): Contribution => ({ signal: 'rage-click', place: 'pay', points: 40, count: 4, evidence: {}, ...(target && { target }) });
  const nudge = (change: Partial<NudgeText> = {}): NudgeText => ({ template: 'tooltip', at: undefined, side: 'auto', title: 'Stuck?', body: undefined, ctas: [], steps: [], ...change });
  const decision = (target?: Element, change: Partial<Decision> = {}): Decision => {
    const score = { rule: 'help', at: page.now(), value: 70, confidence: 0.8, contributions: [contribution(target)] };
    return {
      id: 'd1', rule: 'help', at: page.now(), show: true, wouldShow: true, gate: 'show', code: 'open', because: '', held: [], score, reasons: score.contributions, againAt: undefined,
      action: 'offer', channel: 'tooltip', review: 'no', arm: undefined, stage: 0, nudge: nudge(), segments: [], ...change,
    };
  };
  const rule = (change: Partial<NudgeText> = {}, element: readonly string[] = []): Rule => ({
    id: 'help', status: 'live', from: undefined, until: undefined, intent: 'help', impact: 'medium', urgency: 'standard', why: 'Paying failed.',
    where: { page: [], workflow: undefined, step: [], element, device: 'any' }, who: undefined, signals: [], help: { score: 60, confidence: 0.5, forMs: 0, pauseMs: 1000, waitMs: 30_000 },
    unless: [], limits: {} as never, quiet: {} as never, experiment: undefined, resolved: [], then: [], nudge: nudge(change),
  });
  return { offer, seen, named, beside, nudge, end, rule, decision, useChat: (adapter: ChatAdapter) => { chat = adapter; }, say: (said: HelpAnswer) => answer(said), respond: (said: AsideAnswer) => respond(said), wait: page.advance };
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
  expect(!!offer.standing()).toBe(true);
  offer.make({ ...rule(), id: 'other' }, decision());
  await settled();
  expect(seen.help).toHaveLength(1);
  expect(seen.unshown).toEqual(['other']);
});

test('what became of it is told, with how long it stood there', async () => {
  const { offer, seen, rule, decision, say, wait } = setup();
  offer.make(rule(), decision());
  await settled();
  wait(2500);
  say({ answer: 'never', whyOpened: true });
  expect(seen.outcomes).toEqual([{ nudge: 'd1', rule: 'help', at: 3500, answer: 'never', afterMs: 2500, whyOpened: true }]);
  expect(seen.unshown).toEqual([]);
  expect(!!offer.standing()).toBe(false);
});

test('“not now” tells for how long, and a button of the rule its event', async () => {
  const { offer, seen, rule, decision, say } = setup();
  for (const said of [{ answer: 'not-now', forMs: 86_400_000 }, { answer: 'action', event: 'app:other-card' }] as const) {
    offer.make(rule(), decision());
    await settled();
    say({ whyOpened: false, ...said });
  }
  expect(seen.outcomes).toMatchObject([{ answer: 'not-now', forMs: 86_400_000 }, { answer: 'action', event: 'app:other-card' }]);
});

test('what is shown is what was decided: the variant’s text, in the channel that the policy allows, with what it took', async () => {
  const { offer, seen, nudge, rule, decision } = setup();
  const text = nudge({ title: 'Another card?', template: 'chat-invite' });
  const otherwise = { without: 1, score: 24, confidence: 0.4, flips: 'score', needs: 60 } as const;
  offer.make(rule(), decision(undefined, { nudge: text, channel: 'chip' }), otherwise);
  await settled();
  expect(seen.help).toMatchObject([{ id: 'd1', text, channel: 'chip', why: 'Paying failed.', counterfactual: otherwise }]);
  expect(seen.nudges).toMatchObject([{ template: 'chat-invite', place: 'pay' }]);
});

test('help that comes then, or as a variant, may stand elsewhere', async () => {
  const { offer, seen, named, nudge, rule, decision } = setup();
  const voucher = element();
  named.set('voucher', voucher);
  offer.make(rule(), decision(element(), { nudge: nudge({ at: 'voucher' }) }));
  await settled();
  expect(seen.help[0]?.anchor()).toBe(voucher);
  expect(offer.anchorOf(rule(), decision(element()).score, nudge({ at: 'voucher' }))).toBe(voucher);
});

test('what comes then takes the place of what the visitor passed over, and both are told', async () => {
  const { offer, seen, nudge, rule, decision } = setup();
  offer.make(rule(), decision());
  await settled();
  offer.make(rule(), decision(undefined, { id: 'd2', stage: 1, nudge: nudge({ title: 'Talk to us?' }) }));
  await settled();
  expect(seen.outcomes).toMatchObject([{ nudge: 'd1', answer: 'gone' }]);
  expect([seen.nudges.map(({ id }) => id), seen.unshown, offer.standing()]).toEqual([['d1', 'd2'], [], 'help']);
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
  expect(!!offer.standing()).toBe(false);
  expect(seen.unshown).toEqual(['help']);
});

test('help stands there also where what shows it took long to come: whether it is too late was asked again', async () => {
  const { offer, seen, rule, decision, wait } = setup();
  const due = decision();
  wait(12_000);
  offer.make(rule(), due);
  await settled();
  expect([seen.nudges.length, seen.unshown]).toEqual([1, []]);
});

test('a visit that ends while the nudge UI is on its way shows nothing', async () => {
  const { offer, seen, rule, decision, end } = setup();
  offer.make(rule(), decision());
  end.abort();
  await settled();
  expect([seen.help, seen.unshown]).toEqual([[], []]);
});

test('help that finds no place was never there: its turn is given back, and nothing else is told of it', async () => {
  const { offer, seen, rule, decision } = setup({ load: () => Promise.resolve(() => ({ aside: () => () => undefined, help: (_help, on) => { on.answer({ answer: 'gone', whyOpened: false }); return () => undefined; } })) });
  offer.make(rule(), decision());
  await settled();
  expect([seen.nudges, seen.outcomes, seen.unshown, !!offer.standing()]).toEqual([[], [], ['help'], false]);
});

test('a nudge UI that cannot be fetched is told to the developer, and the next help tries again', async () => {
  const { offer, seen, rule, decision } = setup({ load: () => Promise.reject(new Error('blocked')) });
  offer.make(rule(), decision());
  await settled();
  expect(seen.errors).toMatchObject([{ message: 'blocked' }]);
  expect(seen.unshown).toEqual(['help']);
  expect(!!offer.standing()).toBe(false);
});

test('a nudge UI that fails late does not make room beside the help that took its turn', async () => {
  const refusals: ((cause: Error) => void)[] = [];
  const { offer, seen, rule, decision } = setup({ load: () => new Promise((_resolve, reject) => refusals.push(reject)) });
  offer.make(rule(), decision());
  offer.resolve('help');
  offer.make(rule(), decision());
  refusals[0]?.(new Error('blocked'));
  await settled();
  expect(!!offer.standing()).toBe(true);
  expect(seen.unshown).toEqual(['help']);
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

test('help stands where the rules want it near, for the element in trouble and for a named one', () => {
  const { offer, named, beside, rule, decision } = setup();
  const troubled = element();
  const [fields, summary, elsewhere] = [{ contains: (inner: unknown) => inner === troubled } as Element, element(), element()];
  named.set('pay', fields).set('voucher', element());
  beside.set('pay', summary);
  expect(offer.anchorOf(rule({}, ['pay']), decision(troubled).score)).toBe(summary);
  expect(offer.anchorOf(rule({ at: 'pay' }), decision(troubled).score)).toBe(summary);
  expect(offer.anchorOf(rule({}, ['pay']), decision(element(false)).score)).toBe(summary);
  beside.set('pay', elsewhere).set('voucher', summary);
  const other = element();
  named.set('pay', { contains: () => false } as never).set('voucher', { contains: () => false } as never);
  expect(offer.anchorOf(rule({}, ['pay', 'voucher']), decision(other).score)).toBe(other);
});

test('what the model added has no place to stand at', () => {
  const { offer, named, rule, decision } = setup();
  named.set('', element());
  expect(offer.anchorOf(rule(), { ...decision().score, contributions: [{ signal: 'model', place: '', points: 50, count: 1, evidence: {} }] })).toBeUndefined();
});

test('a rehearsal shows the nudge with what happened so far, in the language that is looked at, and nobody is told', async () => {
  const { offer, seen, nudge, rule, decision, useChat, say } = setup();
  const opened: unknown[] = [];
  useChat({ id: 'ours', open: (handover) => void opened.push(handover), reach: () => ({ waitMinutes: 3 }) });
  const { score } = decision(element());
  offer.rehearse(rule(), { nudge: nudge({ title: 'Try this' }), channel: 'chip', locale: 'de', score });
  await settled();
  expect(seen.help).toMatchObject([{ text: { title: 'Try this' }, channel: 'chip', locale: 'de', words: german, reasons: score.contributions, why: 'Paying failed.', human: { reach: { waitMinutes: 3 } } }]);
  expect(!!offer.standing()).toBe(false);
  await seen.help[0]?.human?.chat?.({ place: 'pay', reasons: [], text: '' });
  say({ answer: 'human', whyOpened: true });
  expect([seen.nudges, seen.outcomes, seen.unshown, opened]).toEqual([[], [], [], []]);
});

test('a rehearsal gives way to help that is meant, and does not take its place', async () => {
  const { offer, seen, nudge, rule, decision } = setup();
  const rehearse = async () => {
    offer.rehearse(rule(), { nudge: nudge({ title: 'Try this' }), channel: 'tooltip', locale: 'en', score: decision().score });
    await settled();
  };
  await rehearse();
  await rehearse();
  offer.make(rule(), decision());
  await settled();
  await rehearse();
  expect(seen.help.map(({ id }) => id)).toEqual(['rehearsal', 'rehearsal', 'd1']);
  expect([seen.nudges.length, seen.outcomes, !!offer.standing()]).toEqual([1, [], true]);
});

test('a person is reached through the host’s chat, or its contact page where there is none', async () => {
  const { offer, seen, rule, decision, useChat, say } = setup();
  offer.make(rule(), decision());
  await settled();
  expect(seen.help[0]?.human).toMatchObject({ contact: 'https://shop.example/contact', chat: undefined, page: '/pay' });
  say({ answer: 'closed', whyOpened: false });
  const opened: unknown[] = [];
  useChat({ id: 'ours', open: (handover) => void opened.push(handover) });
  offer.make(rule(), decision());
  await settled();
  const handed = { place: 'pay', reasons: ['You pressed “Pay” four times.'], text: 'You pressed “Pay” four times.' };
  expect(await seen.help[1]?.human?.chat?.(handed)).toBe('opened');
  expect(opened).toEqual([{ rule: 'help', route: '/pay', ...handed }]);
});

test('what happened before is handed over too, the last first, without what the visitor is told anyway', async () => {
  const trouble = (signal: 'error-loop' | 'dead-click' | 'rage-click', points = 10, place = 'pay'): Contribution => ({ signal, place, points, count: 1, evidence: {} });
  const score = (...contributions: readonly Contribution[]): Score => ({ rule: 'other', at: 0, value: 9, confidence: 0.5, contributions });
  const { offer, seen, rule, decision } = setup({ scores: [score(trouble('rage-click'), trouble('dead-click'), trouble('dead-click', -5, 'card')), score(trouble('dead-click'), trouble('error-loop'), trouble('rage-click', 9, 'card'))] });
  offer.make(rule(), decision());
  await settled();
  expect(seen.help[0]?.human?.trail.map(({ signal, place }) => `${signal} ${place}`)).toEqual(['error-loop pay', 'dead-click pay', 'rage-click card']);
});

test('what happened long ago is not handed over', async () => {
  const old: Contribution = { signal: 'dead-click', place: 'pay', points: 5, count: 1, evidence: {} };
  const { offer, seen, rule, decision, wait } = setup({ scores: [{ rule: 'other', at: 0, value: 9, confidence: 0.5, contributions: [old] }] });
  wait(299_600);
  offer.make(rule(), decision());
  await settled();
  expect(seen.help[0]?.human?.trail).toEqual([]);
});

test('every nudge leads to the preference centre, in the page’s own language', async () => {
  const { offer, seen, rule, decision } = setup();
  offer.make(rule(), decision());
  await settled();
  const opener = element();
  seen.help[0]?.settings(opener);
  expect([seen.opened, seen.help[0]?.words]).toEqual([[opener], english]);
});

test('help without words is not shown, and the developer is told once', async () => {
  const { offer, seen, rule, decision } = setup({ words: () => Promise.reject(new Error('no words')) });
  offer.make(rule(), decision());
  await settled();
  expect([seen.help, seen.unshown, seen.errors]).toMatchObject([[], ['help'], [{ message: 'no words' }]]);
});

test('a nudge UI that never comes holds nobody up for longer than ten seconds, and is used where it comes after all', async () => {
  let arrive: (create: CreateShowing) => void = () => undefined;
  const help = vi.fn(() => () => undefined);
  const { offer, seen, rule, decision, wait } = setup({ load: () => new Promise((resolve) => { arrive = resolve; }) });
  const ready = offer.ready().catch((cause: unknown) => cause);
  offer.make(rule(), decision());
  wait(9999);
  await settled();
  expect(offer.standing()).toBe('help');
  wait(1);
  await settled();
  expect([offer.standing(), seen.unshown, seen.errors]).toMatchObject([undefined, ['help'], [{ message: 'the nudge UI did not come within 10 s' }]]);
  expect(await ready).toMatchObject({ message: 'the nudge UI did not come within 10 s' });
  offer.make(rule(), decision());
  arrive(() => ({ help, aside: () => () => undefined }));
  await settled();
  expect(help).toHaveBeenCalledOnce();
});

test('what is said besides help waits for what shows it, and never takes the place of help', async () => {
  const { offer, seen, rule, decision, say, respond } = setup();
  const answers: AsideAnswer[] = [];
  const anchor = element();
  const aside = (kind: Aside['kind'] = 'known') => offer.aside({ kind, anchor: () => anchor, text: 'Paying is down.' }, (answer) => answers.push(answer));
  expect(aside()).toBeUndefined();
  await offer.ready();
  offer.make(rule(), decision());
  await settled();
  expect(aside()).toBeUndefined();
  say({ answer: 'closed', whyOpened: false });
  expect(seen.asides).toEqual([]);
  expect(aside()).toBeDefined();
  expect(seen.asides).toMatchObject([{ kind: 'known', text: 'Paying is down.', locale: 'en', words: english }]);
  expect([seen.asides[0]?.anchor(), offer.standing()]).toEqual([anchor, '!']);
  respond('tell-me');
  expect([answers, offer.standing()]).toEqual([['tell-me'], undefined]);
  expect([aside('helpful') && offer.standing(), seen.outcomes.length]).toEqual([undefined, 1]);
});

test('while a visitor reads of a known problem, nothing else is said besides', async () => {
  const { offer, seen, respond } = setup();
  const say = (kind: Aside['kind']) => offer.aside({ kind, anchor: () => undefined }, () => undefined);
  await offer.ready();
  say('known');
  expect([say('helpful'), say('known'), seen.asides.length, offer.standing()]).toEqual([undefined, undefined, 1, '!']);
  respond('closed');
  expect(say('helpful')).toBeDefined();
});

test('what cannot be said keeps nothing else back, and the developer is told', async () => {
  const { offer, seen, rule, decision } = setup({ load: () => Promise.resolve(() => ({ aside: () => { throw new Error('no room'); }, help: (_help, on) => { on.shown(); return () => undefined; } })) });
  await offer.ready();
  const said = offer.aside({ kind: 'known', anchor: () => undefined }, () => undefined);
  expect([said, offer.standing(), seen.errors]).toMatchObject([undefined, undefined, [{ message: 'no room' }]]);
  offer.make(rule(), decision());
  await settled();
  expect(seen.nudges).toHaveLength(1);
});

test.each([['never comes', () => undefined], ['cannot be had', (refuse: (cause: Error) => void) => refuse(new Error('blocked'))]])('of a nudge UI that %s after the visitor has withdrawn nobody is told', async (_, happens) => {
  let refuse: (cause: Error) => void = () => undefined;
  const { offer, seen, rule, decision, end, wait } = setup({ load: () => new Promise((_resolve, reject) => { refuse = reject; }) });
  let isSettled = false;
  offer.ready().finally(() => { isSettled = true; }).catch(() => undefined);
  offer.make(rule(), decision());
  offer.rehearse(rule(), { nudge: decision().nudge!, channel: 'chip', locale: 'de', score: decision().score });
  end.abort();
  happens(refuse);
  wait(10_000);
  await settled();
  expect([isSettled, seen.errors, seen.unshown]).toEqual([false, [], []]);
});

test('a nudge UI that comes after the visitor has withdrawn is not begun', async () => {
  const create = vi.fn();
  let arrive: (create: CreateShowing) => void = () => undefined;
  const { offer, end } = setup({ load: () => new Promise((resolve) => { arrive = resolve; }) });
  void offer.ready();
  end.abort();
  arrive(create);
  await settled();
  expect(create).not.toHaveBeenCalled();
});

test('of what help says besides nobody is told once the visitor has withdrawn', async () => {
  const { offer, seen, rule, decision, end } = setup({ besides: () => Promise.reject(new Error('not here')) });
  offer.make(rule(), decision());
  await settled();
  void seen.help[0]!.besides();
  end.abort();
  await settled();
  expect(seen.errors).toEqual([]);
});

test('what help says only when asked is fetched once; where it does not come, that is told, and the next press asks for it again', async () => {
  let comes = false;
  const asked: string[] = [];
  const { offer, seen, rule, decision } = setup({
    besides: () => {
      asked.push('besides');
      return comes ? Promise.resolve(createBesides) : Promise.reject(new Error('not here'));
    },
  });
  offer.make(rule(), decision());
  await settled();
  const besides = seen.help[0]!.besides;
  expect([asked.length, await besides(), seen.errors.length]).toEqual([0, undefined, 1]);
  comes = true;
  const [first, second] = await Promise.all([besides(), besides()]);
  expect([first?.why, asked.length, seen.errors.length]).toEqual([second?.why, 2, 1]);
  expect(first?.aside({ ...seen.help[0]!, kind: 'helpful', text: undefined }, { onChange: () => undefined, attempt: (task) => task(), tell: () => undefined, close: () => undefined }).title).toBe(why.helpful.ask);
});

test('what never comes is not waited for longer than anybody would', async () => {
  const { offer, seen, rule, decision, wait } = setup({ besides: () => new Promise(() => undefined) });
  offer.make(rule(), decision());
  await settled();
  const asked = seen.help[0]!.besides();
  wait(10_000);
  expect(await asked).toBeUndefined();
  expect(String(seen.errors)).toContain('did not come within 10 s');
});
