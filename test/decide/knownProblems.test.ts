import { afterEach, expect, test } from 'vitest';
import { givenPerson, type Person } from './people';

const { now } = Date;

afterEach(() => {
  Date.now = now;
});

const down = { id: 'pay-down', places: ['pay'], text: 'Paying is down. Your basket is kept.' };

const host = ({ visitor }: Person) => visitor.front().running().host!;
const kinds = ({ said }: Person): readonly string[] => said.map(({ kind }) => kind);

async function meetsIt(...given: Parameters<typeof givenPerson>): Promise<Person> {
  const person = await givenPerson(...given);
  host(person).incident(down);
  await person.trouble();
  return person;
}

test('who meets what is known to be broken is told of it in the host’s words, once, and offered no help with it', async () => {
  const person = await meetsIt();
  const { visitor, said, rest, trouble, code } = person;
  expect(said).toMatchObject([{ kind: 'known', text: down.text }]);
  said[0]!.answer('closed');
  await rest();
  await trouble();
  await visitor.reload(0);
  host(person).incident(down);
  await trouble();
  expect([kinds(person), code(), visitor.front().standing()]).toEqual([['known'], 'incident', undefined]);
});

test('nothing of it counts against help: what works is helped with at once', async () => {
  const { visitor, said, rest, trouble } = await meetsIt([{ limits: { perSession: 1, gap: '1d' } }]);
  said[0]!.answer('closed');
  visitor.front().running().host!.incident({ id: 'pay-down', over: true });
  await rest();
  await trouble();
  expect(visitor.front().standing()).toBeDefined();
});

test('who wanted to know is told when it works again, also on a later page, and once', async () => {
  const person = await meetsIt();
  const { visitor, said, rest } = person;
  said[0]!.answer('tell-me');
  await visitor.reload(0);
  host(person).incident({ id: 'pay-down', over: true, text: 'Paying works again.' });
  await visitor.browser.advance(2000);
  expect(said.at(-1)).toMatchObject({ kind: 'works', text: 'Paying works again.' });
  host(person).incident({ id: 'pay-down', over: true });
  await rest();
  expect([kinds(person), person.kept('incidents')]).toEqual([['known', 'works'], []]);
});

test('who did not want to know is not told, and is told anew when it breaks anew', async () => {
  const person = await meetsIt();
  const { said, rest, trouble } = person;
  host(person).incident({ id: 'pay-down', over: true });
  await rest();
  expect([kinds(person), person.visitor.front().said()]).toEqual([['known'], undefined]);
  expect(said).toHaveLength(1);
  host(person).incident(down);
  await trouble();
  expect(kinds(person)).toEqual(['known', 'known']);
});

test('who withdraws while what shows it is on its way hears no more, and nor does the host', async () => {
  const person = await givenPerson([{}], {}, () => 3000);
  const { visitor } = person;
  host(person).incident(down);
  await person.trouble();
  const decided = visitor.decisions.length;
  visitor.front().withdraw();
  await visitor.browser.advance(5000);
  expect([kinds(person), visitor.decisions.length - decided, visitor.front().failures]).toEqual([[], 0, []]);
});

test('a host that says again and again that it works is heard once', async () => {
  const person = await meetsIt();
  const { visitor, said } = person;
  said[0]!.answer('tell-me');
  visitor.press();
  await visitor.browser.advance(100);
  const waiting = visitor.browser.waiting();
  for (let times = 0; times < 20; times++) {
    host(person).incident({ id: 'pay-down', over: true, text: `${times}` });
    await visitor.browser.advance(60_000);
  }
  expect(visitor.browser.waiting() - waiting).toBeLessThan(4);
  visitor.release();
  await visitor.browser.advance(60_000);
  expect(said.slice(1)).toMatchObject([{ kind: 'works', text: '19' }]);
});

test('who meets two things at once that are broken reads of one, and of the other when they meet it again', async () => {
  const person = await meetsIt([{}, { id: 'both', signals: [{ signal: 'rage-click', points: 90 }, { signal: 'error-loop', points: 30 }] }]);
  const { visitor, said, rest, trouble } = person;
  said[0]!.answer('closed');
  host(person).incident({ id: 'pay-down', over: true });
  await rest();
  host(person).incident({ id: 'card-down', places: ['card'] });
  host(person).incident(down);
  visitor.front().signal({ id: 'card', name: 'error-loop', strength: 0.9, evidence: { dead: true }, on: 'card' });
  await trouble();
  expect(said.slice(1)).toMatchObject([{ text: down.text }]);
  expect(visitor.front().said()).toBe(said[1]);
  said[1]!.answer('closed');
  await trouble();
  expect(said.slice(2)).toMatchObject([{ kind: 'known', text: undefined }]);
});

test('that it works again is told when the hands rest, and not where it broke again meanwhile', async () => {
  const person = await meetsIt();
  const { visitor, said } = person;
  said[0]!.answer('tell-me');
  visitor.press();
  host(person).incident({ id: 'pay-down', over: true });
  await visitor.browser.advance(5000);
  host(person).incident(down);
  visitor.release();
  await visitor.browser.advance(120_000);
  expect(kinds(person)).toEqual(['known']);
  host(person).incident({ id: 'pay-down', over: true });
  await visitor.browser.advance(2000);
  expect(kinds(person)).toEqual(['known', 'works']);
});

test('who types when they meet it is told a moment later', async () => {
  const person = await givenPerson();
  host(person).incident(down);
  person.visitor.key();
  person.visitor.front().signal({ id: 's', name: 'rage-click', strength: 0.9, evidence: { dead: true }, on: 'pay' });
  await person.visitor.browser.advance(900);
  expect(kinds(person)).toEqual([]);
  await person.visitor.browser.advance(200);
  expect(kinds(person)).toEqual(['known']);
});

test.each([
  ['wants no help', (person: Person) => host(person).prefer({ level: 'none' })],
  ['wants to be left alone at this hour', (person: Person) => host(person).prefer({ quiet: [{ from: '00:00', to: '24:00' }] })],
  ['is spared by the host', (person: Person) => host(person).hold({ because: 'away', until: Date.now() + 86_400_000 })],
])('a visitor who %s is told nothing', async (_, say) => {
  const person = await givenPerson();
  say(person);
  host(person).incident(down);
  await person.trouble();
  expect([kinds(person), person.kept('incidents')]).toEqual([[], null]);
});

test('who no longer wants help is not told that it works', async () => {
  const person = await meetsIt();
  person.said[0]!.answer('tell-me');
  host(person).prefer({ level: 'none' });
  host(person).incident({ id: 'pay-down', over: true });
  await person.rest();
  expect(kinds(person)).toEqual(['known']);
});

test('a rule that is tried out tells nobody anything', async () => {
  expect(kinds(await meetsIt([{ status: 'watch' }]))).toEqual([]);
});

test('what is said of it goes when it works', async () => {
  const person = await meetsIt();
  expect(person.visitor.front().said()).toBeDefined();
  host(person).incident({ id: 'pay-down', over: true });
  expect(person.visitor.front().said()).toBeUndefined();
});

test('help elsewhere waits while the visitor reads of it', async () => {
  const person = await meetsIt([{}, { id: 'loop', signals: [{ signal: 'error-loop', points: 90 }] }]);
  host(person).incident({ ...down, places: ['nowhere'] });
  await person.trouble('error-loop');
  expect(person.code('loop')).toBe('busy');
  person.said[0]!.answer('closed');
  await person.visitor.browser.advance(2000);
  expect(person.visitor.front().standing()?.decision.rule).toBe('loop');
});

const HOUR_MS = 3_600_000;

async function meetsItForAnHour(answer: 'closed' | 'tell-me'): Promise<Person> {
  const person = await givenPerson();
  host(person).incident({ ...down, until: Date.now() + HOUR_MS });
  await person.trouble();
  person.said[0]!.answer(answer);
  return person;
}

test('what ends by itself is over: who wanted to know is told on the same page, in furrow’s own words', async () => {
  const person = await meetsItForAnHour('tell-me');
  await person.visitor.browser.advance(HOUR_MS - 10_000);
  expect(kinds(person)).toEqual(['known']);
  await person.visitor.browser.advance(20_000);
  expect([person.said.slice(1), person.kept('incidents')]).toMatchObject([[{ kind: 'works', text: undefined }], []]);
});

test.each([['while it lasts', 1000], ['when it is over', 2 * HOUR_MS]])('who comes back %s hears that it works from their note alone', async (_, awayMs) => {
  const person = await meetsItForAnHour('tell-me');
  await person.visitor.browser.advance(awayMs - 1000);
  person.visitor.front().end();
  await person.visitor.reload(0);
  await person.visitor.browser.advance(2 * HOUR_MS);
  expect([kinds(person), person.kept('incidents')]).toEqual([['known', 'works'], []]);
});

test('an end that the host puts off is waited for', async () => {
  const person = await meetsItForAnHour('tell-me');
  host(person).incident({ ...down, until: Date.now() + 3 * HOUR_MS });
  await person.visitor.browser.advance(2 * HOUR_MS);
  expect(kinds(person)).toEqual(['known']);
  await person.visitor.browser.advance(HOUR_MS + 10_000);
  expect(kinds(person)).toEqual(['known', 'works']);
});

test('what is said of it goes when it ends by itself', async () => {
  const person = await givenPerson();
  host(person).incident({ ...down, until: Date.now() + HOUR_MS });
  await person.trouble();
  await person.visitor.browser.advance(HOUR_MS);
  expect([person.visitor.front().said(), person.kept('incidents')]).toEqual([undefined, []]);
});

test.each([['has ended by itself', HOUR_MS, HOUR_MS], ['was noted thirty days ago', 30 * 24 * HOUR_MS, Infinity]])('what breaks again under a name that %s is told anew', async (_, laterMs, lastsMs) => {
  const person = await givenPerson();
  host(person).incident({ ...down, ...(lastsMs < Infinity && { until: Date.now() + lastsMs }) });
  await person.trouble();
  person.said[0]!.answer('closed');
  person.visitor.browser.setClock(laterMs);
  await person.visitor.reload(0);
  host(person).incident(down);
  await person.trouble();
  expect(kinds(person)).toEqual(['known', 'known']);
});

test('who has asked for a person is told of nothing by itself, not even where a chip may wait, but still that it works if they asked for that', async () => {
  const person = await givenPerson([{}, { id: 'loop', impact: 'high', nudge: { template: 'tooltip', title: 'Stuck?' }, signals: [{ signal: 'error-loop', points: 90 }] }], {
    policy: [{ action: 'passive', channel: 'chip', impact: 'high' }, { action: 'offer', channel: 'tooltip' }],
  });
  const { visitor, said, rest, trouble, code } = person;
  host(person).incident(down);
  await trouble();
  said[0]!.answer('tell-me');
  host(person).incident({ id: 'card-down', places: ['card'] });
  host(person).incident({ ...down, places: ['nowhere'] });
  await rest();
  await trouble();
  visitor.answer('human');
  host(person).incident({ ...down, id: 'all-down', places: [] });
  await trouble('error-loop');
  expect([code('loop'), kinds(person)]).toEqual(['incident', ['known']]);
  host(person).incident({ id: 'pay-down', over: true });
  await visitor.browser.advance(5000);
  expect(kinds(person)).toEqual(['known', 'works']);
});

test('whatever stands in storage, the visitor is told', async () => {
  const person = await givenPerson();
  person.visitor.browser.kept.set('furrow.incidents', '[null, 3, { "id": 7, "at": 1 }, { "id": "no-time" }, { "id": "another", "wants": "yes", "at": 9e12 }]');
  host(person).incident(down);
  await person.trouble();
  expect([kinds(person), person.kept('incidents')]).toMatchObject([['known'], [{ id: 'another', wants: false }, { id: 'pay-down', wants: false, until: null }]]);
});
