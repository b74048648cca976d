import { afterEach, expect, test } from 'vitest';
import { givenPerson } from './people';

const { now } = Date;

afterEach(() => {
  Date.now = now;
});

const two = [{}, { id: 'loop', nudge: { template: 'chat-invite', title: { en: 'Again?', de: 'Schon wieder?' } }, signals: [{ signal: 'error-loop', points: 90 }] }];

test('whoever looks back sees the help of this visit, the last first, with what they said', async () => {
  const { visitor, trouble, rest } = await givenPerson(two);
  await trouble();
  visitor.answer('closed');
  await rest();
  await trouble('error-loop');
  const { past } = visitor.front().running();
  expect(past?.recent()).toMatchObject([
    { rule: 'loop', title: { en: 'Again?', de: 'Schon wieder?' }, answer: undefined, helpful: undefined },
    { rule: 'help', title: 'Stuck?', answer: 'closed', helpful: undefined },
  ]);
  visitor.answer('resolved');
  await visitor.reload(0);
  expect(visitor.front().running().past?.recent().map(({ rule, answer }) => [rule, answer])).toEqual([['loop', undefined], ['help', 'closed']]);
});

test('the help of another visit is not looked back at', async () => {
  const { visitor, trouble } = await givenPerson();
  await trouble();
  visitor.answer('closed');
  await visitor.browser.advance(31 * 60_000);
  await visitor.reload(0);
  expect(visitor.front().running().past?.recent()).toEqual([]);
});

test('the same help is rated once, also after a reload, and only help that there was', async () => {
  const { visitor, trouble, feedback } = await givenPerson();
  await trouble();
  const { nudge } = visitor.front().running().past!.recent()[0]!;
  visitor.front().running().past!.rate(nudge, true);
  visitor.front().running().past!.rate(nudge, false);
  visitor.front().running().past!.rate('another', true);
  await visitor.reload(0);
  visitor.front().running().past!.rate(nudge, false);
  expect(feedback).toMatchObject([{ nudge, rule: 'help', helpful: true }]);
  expect(visitor.front().running().past!.recent()).toMatchObject([{ helpful: true }]);
});

test('help that stood before a reload is rated after it, once', async () => {
  const { visitor, trouble, feedback } = await givenPerson();
  await trouble();
  visitor.answer('closed');
  await visitor.reload(0);
  const past = visitor.front().running().past!;
  const { nudge } = past.recent()[0]!;
  past.rate(nudge, true);
  past.rate(nudge, false);
  expect(feedback).toMatchObject([{ nudge, helpful: true }]);
  expect(past.recent()).toMatchObject([{ nudge, helpful: true }]);
});

test.each([
  ['never', {}, 'never', undefined], ['not-now', { forMs: 3_600_000 }, 'snoozed', 3_600_000], ['not-now', { here: true }, 'snoozed', 30 * 86_400_000], ['not-now', {}, 'snoozed', 86_400_000],
] as const)('a rule that was silenced by “%s” %j is in the list until it speaks again', async (answer, besides, code, forMs) => {
  const { visitor, trouble, rest, code: last } = await givenPerson();
  await trouble();
  const at = visitor.browser.wall();
  visitor.answer(answer, besides);
  const { past } = visitor.front().running();
  expect(past?.silenced()).toEqual([{ rule: 'help', title: 'Stuck?', until: forMs && at + forMs }]);
  await rest();
  await trouble();
  expect(last()).toBe(code);
  past?.revive('help');
  expect(past?.silenced()).toEqual([]);
  await rest();
  await trouble();
  expect(visitor.front().standing()).toBeDefined();
});

test('after two dismissals a rule is silent for good, until the visitor wants it again', async () => {
  const { visitor, trouble, rest, code } = await givenPerson();
  for (const dismissals of [1, 2]) {
    await trouble();
    visitor.answer('closed');
    expect(visitor.front().running().past?.silenced().length).toBe(dismissals - 1);
    await rest();
  }
  await visitor.browser.advance(3 * 365 * 86_400_000);
  await trouble();
  expect(code()).toBe('dismissed');
  visitor.front().running().past?.revive('help');
  await rest();
  await trouble();
  expect(visitor.front().standing()).toBeDefined();
});

test('“not on this page” is said of this page: elsewhere help comes, and no path is kept', async () => {
  const { visitor, trouble, rest, code, kept } = await givenPerson();
  await trouble();
  visitor.answer('not-now', { here: true });
  await rest();
  await trouble();
  expect(code()).toBe('snoozed');
  visitor.goTo('/checkout/address');
  await rest();
  await trouble();
  expect(visitor.front().standing()).toBeDefined();
  expect(JSON.stringify(kept('ledger'))).not.toMatch(/checkout|address/);
});

test('“never” silences all that says the same, and wanting one of them again wants them all', async () => {
  const { visitor, trouble } = await givenPerson([{ intent: 'pay' }, { ...two[1], intent: 'pay' }]);
  await trouble();
  visitor.answer('never');
  const { past } = visitor.front().running();
  expect(past?.silenced().map(({ rule }) => rule)).toEqual(['help', 'loop']);
  past?.revive('loop');
  expect(past?.silenced()).toEqual([]);
});

test('“no help at all” is kept as a wish and told to the host; who takes it back has as much help as before', async () => {
  const { visitor, trouble, rest, code, kept, preferences } = await givenPerson([{ impact: 'high' }, two[1]!]);
  visitor.front().running().host?.prefer({ level: 'important' });
  await trouble();
  visitor.answer('mute');
  expect([preferences, kept('preferences')]).toMatchObject([[{ level: 'none' }], { level: 'none' }]);
  await rest();
  await trouble();
  expect(code()).toBe('level');
  const { past } = visitor.front().running();
  expect(past?.silenced()).toEqual([{ rule: 'help', title: 'Stuck?', until: undefined }]);
  past?.revive('help');
  expect([preferences.at(-1), kept('preferences'), past?.silenced()]).toMatchObject([{ level: 'important' }, { level: 'important' }, []]);
});

test('where the host turned help on again, nothing is left of “no help at all”', async () => {
  const { visitor, trouble } = await givenPerson();
  await trouble();
  visitor.answer('mute');
  visitor.front().running().host?.prefer({ level: 'critical' });
  const { past } = visitor.front().running();
  expect(past?.silenced()).toEqual([]);
});

test('whoever asked for a person is not spoken to by any rule, in no tab; a chip may wait', async () => {
  const { visitor, trouble, rest, code } = await givenPerson([...two, { id: 'quiet', signals: [{ signal: 'dead-click', points: 90 }] }], { policy: [{ confidence: 'low', action: 'passive' }, { action: 'offer' }] });
  await trouble();
  visitor.answer('human');
  await rest();
  await trouble('error-loop');
  expect(code('loop')).toBe('person');
  await visitor.open('/checkout/pay');
  await trouble('error-loop');
  expect(code('loop')).toBe('person');
  await visitor.browser.advance(31 * 60_000);
  await trouble('error-loop');
  expect(visitor.front().standing()?.decision.rule).toBe('loop');
});

test('who is looked after by a person may still press a chip', async () => {
  const { visitor, trouble, rest } = await givenPerson([{ limits: { afterHelped: '0s' } }], { policy: [{ risk: 'any', action: 'passive' }] });
  await trouble();
  visitor.answer('human');
  await rest();
  await trouble();
  expect(visitor.front().standing()?.help.channel).toBe('chip');
});

test('what is no rule any more is neither silenced nor wanted again', async () => {
  const { visitor } = await givenPerson();
  const { past } = visitor.front().running();
  past?.revive('nobody');
  expect([past?.silenced(), past?.recent()]).toEqual([[], []]);
});
