import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHost } from '../../src/decide/host';
import { incidentAt, type KnownIncident } from '../../src/decide/incidents';
import type { HostWords, Records, Rule } from '../../src/types';
import { createFakeRecords } from '../support/fakeRecords';

const MORNING_MS = Date.parse('2026-06-10T08:00:00Z');
const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

function setup(records: Pick<Records, 'read' | 'write'> = createFakeRecords(), onOver: () => void = () => undefined) {
  const complaints: string[] = [];
  let now = MORNING_MS;
  const over: KnownIncident[] = [];
  const open = () => createHost(records, () => now, (during, cause) => void complaints.push(`${during}: ${String(cause)}`), (incident) => { over.push(incident); onOver(); });
  const host = open();
  /** Says something that TypeScript would not have let through. */
  const mumble = (verb: keyof HostWords, words: unknown): void => (host[verb] as (words: unknown) => void)(words);
  return { host, complaints, over, records, mumble, open, wait: (ms: number) => { now += ms; } };
}

// ---------------------------------------------------------------- attributes

test('what the host tells of the visitor is known, and known anew when it changes', () => {
  const { host, complaints } = setup();
  host.setAttributes({ signedIn: false, plan: 'team', orders: 3 });
  host.setAttributes({ signedIn: true, plan: undefined });
  expect(Object.fromEntries(host.state().attributes)).toEqual({ signedIn: true, orders: 3 });
  expect(complaints).toEqual([]);
});

test('attributes are not kept anywhere but in the page', () => {
  const { host, open } = setup();
  host.setAttributes({ plan: 'team' });
  host.incident({ id: 'pay-down' });
  host.hold({ because: 'away', until: MORNING_MS + HOUR_MS });
  host.holidays(['2026-12-25']);
  expect(open().state()).toMatchObject({ attributes: new Map(), incidents: [], holds: [], holidays: new Set() });
});

test('an attribute that is no text, number or flag is left out, and the others count', () => {
  const { host, complaints, mumble } = setup();
  mumble('setAttributes', { plan: 'team', cart: { total: 3 }, orders: NaN, name: 'x'.repeat(201), born: null, [`${'n'.repeat(201)}`]: 1 });
  expect([...host.state().attributes]).toEqual([['plan', 'team']]);
  expect(complaints).toHaveLength(5);
  expect(complaints[0]).toBe('setAttributes: attribute cart is missing or wrong; write furrow.setAttributes({ plan: "team" }), at most 200 of them, of at most 200 letters each');
});

test('a complaint names the attribute, never what it is', () => {
  const { complaints, mumble } = setup();
  mumble('setAttributes', { name: ['Ada Lovelace'], note: `Ada Lovelace${' '.repeat(200)}` });
  expect(complaints).toHaveLength(2);
  expect(complaints.join()).not.toMatch(/Lovelace/);
});

test('after two hundred attributes no further one is taken, and those that are known may still change', () => {
  const { host, complaints } = setup();
  host.setAttributes(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`a${i}`, i])));
  host.setAttributes({ a0: 'new' });
  expect(host.state().attributes.size).toBe(200);
  expect(host.state().attributes.get('a0')).toBe('new');
  expect(complaints).toHaveLength(1);
});

test('an attribute named like a part of every object is an attribute like any other', () => {
  const { host, mumble } = setup();
  mumble('setAttributes', JSON.parse('{ "__proto__": "x", "constructor": 1 }'));
  expect([...host.state().attributes]).toEqual([['__proto__', 'x'], ['constructor', 1]]);
  expect(host.state().attributes.get('toString')).toBeUndefined();
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

// ---------------------------------------------------------------- incidents

test('what is broken is known until it works again', () => {
  const { host } = setup();
  host.incident({ id: 'pay-down', places: ['pay'] });
  host.incident({ id: 'search-slow' });
  host.incident({ id: 'pay-down', over: true });
  expect(host.state().incidents.map(({ id }) => id)).toEqual(['search-slow']);
});

test('an incident with an end is over by itself', () => {
  const { host, wait } = setup();
  host.incident({ id: 'pay-down', until: new Date(MORNING_MS + HOUR_MS) });
  host.incident({ id: 'search-slow', until: '2026-06-10T10:00:00Z' });
  wait(HOUR_MS - 1);
  expect(host.state().incidents).toHaveLength(2);
  wait(1);
  expect(host.state().incidents.map(({ id }) => id)).toEqual(['search-slow']);
});

test('what works again is told with where it was, also on a page that never knew of it', () => {
  const { host, over } = setup();
  host.incident({ id: 'pay-down', places: ['pay'], text: 'Paying is down.' });
  host.incident({ id: 'pay-down', over: true });
  host.incident({ id: 'search-slow', places: ['search'], text: { en: 'Search is quick again.' }, over: true });
  expect(over).toMatchObject([{ id: 'pay-down', places: ['pay'], text: undefined }, { id: 'search-slow', places: ['search'], text: { en: 'Search is quick again.' } }]);
});

test('what the host says of an incident is a text, in one language or in several', () => {
  const { host, complaints, mumble } = setup();
  host.incident({ id: 'a', text: 'Paying is down.' });
  host.incident({ id: 'b', text: { en: 'Paying is down.', de: 'Bezahlen geht nicht.' } });
  for (const text of [null, 3, '', { en: 3 }, 'x'.repeat(1001)]) mumble('incident', { id: 'c', text });
  expect(host.state().incidents.map(({ id, text }) => [id, text])).toEqual([['a', 'Paying is down.'], ['b', { en: 'Paying is down.', de: 'Bezahlen geht nicht.' }]]);
  expect(complaints.map((complaint) => complaint.split(' is ')[0])).toEqual(Array.from({ length: 5 }, () => 'incident: text'));
});

test('an incident without an id is told back with one', () => {
  const { host, complaints, mumble } = setup();
  mumble('incident', { places: ['pay'] });
  expect(host.state().incidents).toEqual([]);
  expect(complaints).toEqual(['incident: id is missing or wrong; write furrow.incident({ id: "pay-down", places: ["pay"], until: "2030-12-31" }), at most 200 of them at a time, of at most 200 places each']);
});

test('of two hundred things broken at a time no further one is taken; those that are known may still change, and what is over makes room', () => {
  const { host, complaints, wait } = setup();
  for (let i = 0; i < 200; i++) host.incident({ id: `i${i}`, ...(i < 100 && { until: MORNING_MS + HOUR_MS }) });
  host.incident({ id: 'one-more' });
  host.incident({ id: 'i0', places: ['pay'], until: MORNING_MS + HOUR_MS });
  expect([host.state().incidents.length, complaints.map((complaint) => complaint.split(';')[0])]).toEqual([200, ['incident: one-more is missing or wrong']]);
  wait(HOUR_MS);
  host.incident({ id: 'one-more' });
  expect([host.state().incidents.length, complaints.length]).toEqual([101, 1]);
});

test('an incident of more places than a page has is told back', () => {
  const { host, complaints } = setup();
  host.incident({ id: 'pay-down', places: Array.from({ length: 201 }, (_, i) => `p${i}`) });
  expect([host.state().incidents, complaints.length]).toEqual([[], 1]);
});

test('an incident in seconds, or of a single place, is not misread', () => {
  const { host, complaints, mumble } = setup();
  host.incident({ id: 'pay-down', until: MORNING_MS / 1000 });
  mumble('incident', { id: 'pay-down', places: 'pay' });
  expect(host.state().incidents).toEqual([]);
  expect(complaints.map((complaint) => complaint.split(' is ')[0])).toEqual(['incident: until', 'incident: places']);
});

const rule: Pick<Rule, 'where'> = { where: { page: ['checkout'], workflow: 'buying', step: [], element: ['pay'], device: 'any' } };
const nowhere: Pick<Rule, 'where'> = { where: { page: [], workflow: undefined, step: [], element: [], device: 'any' } };
const broken = (...places: readonly string[]): readonly KnownIncident[] => [{ id: 'pay-down', places, until: MORNING_MS }];
const lost = { pages: [], steps: [] };

test.each(['checkout', 'pay', 'buying'])('an incident on “%s” concerns the rule that names it', (place) => {
  expect(incidentAt(broken('elsewhere', place), rule, lost)).toMatchObject({ id: 'pay-down', until: MORNING_MS });
  expect(incidentAt(broken(place), nowhere, lost)).toBeUndefined();
});

test('an incident concerns whoever stands on its page, in its workflow, or has trouble with its element', () => {
  expect(incidentAt(broken('/checkout/*'), nowhere, { pages: ['/checkout/*', 'checkout'], steps: [] })).toBeDefined();
  expect(incidentAt(broken('buying'), nowhere, { pages: [], steps: ['buying/card'] })).toBeDefined();
  expect(incidentAt(broken('card'), nowhere, { pages: [], steps: ['buying/card'] })).toBeUndefined();
  expect(incidentAt(broken('pay'), nowhere, lost, ['pay'])).toBeDefined();
});

test('an incident without places is everywhere', () => {
  expect(incidentAt([{ id: 'all-down', places: [], until: Infinity }], nowhere, lost)).toMatchObject({ id: 'all-down' });
  expect(incidentAt([], nowhere, lost)).toBeUndefined();
});

// ---------------------------------------------------------------- contacts, holds, holidays

test('who was asked elsewhere was asked in every tab, for seven days', () => {
  const { host, open, wait } = setup();
  host.contacted({ intent: 'checkout-help' });
  host.contacted({ intent: 'survey', at: '2026-06-04T08:00:00Z' });
  expect(open().state().contacts).toEqual([{ intent: 'checkout-help', at: MORNING_MS }, { intent: 'survey', at: MORNING_MS - 144 * HOUR_MS }]);
  wait(24 * HOUR_MS);
  expect(host.state().contacts.map(({ intent }) => intent)).toEqual(['checkout-help']);
  wait(WEEK_MS - 24 * HOUR_MS);
  expect(host.state().contacts).toEqual([]);
});

test('of very many contacts the newest hundred are kept', () => {
  const { host } = setup();
  for (let i = 0; i < 120; i++) host.contacted({ intent: `i${i}` });
  expect(host.state().contacts).toHaveLength(100);
  expect(host.state().contacts.at(-1)?.intent).toBe('i119');
});

test('a contact that was told with a date to come counts from now, not until then', () => {
  const { host, wait } = setup();
  host.contacted({ intent: 'survey', at: '2099-01-01' });
  expect(host.state().contacts).toEqual([{ intent: 'survey', at: MORNING_MS }]);
  wait(WEEK_MS);
  expect(host.state().contacts).toEqual([]);
});

test('a contact in the future, after the clock was set back, was made now', () => {
  const { host, wait } = setup();
  host.contacted({ intent: 'survey' });
  wait(-HOUR_MS);
  expect(host.state().contacts).toEqual([{ intent: 'survey', at: MORNING_MS - HOUR_MS }]);
});

test('who is away is left alone until then, or until the host takes it back', () => {
  const { host, wait } = setup();
  host.hold({ because: 'away', until: MORNING_MS + HOUR_MS });
  host.hold({ because: 'special-circumstances', until: '2026-07-01' });
  expect(host.state().holds).toEqual([{ because: 'away', until: MORNING_MS + HOUR_MS }, { because: 'special-circumstances', until: Date.parse('2026-07-01') }]);
  host.hold({ because: 'special-circumstances', until: 0 });
  expect(host.state().holds.map(({ because }) => because)).toEqual(['away']);
  wait(HOUR_MS);
  expect(host.state().holds).toEqual([]);
});

test('a hold without a reason that furrow knows, or without an end, is told back', () => {
  const { host, complaints, mumble } = setup();
  mumble('hold', { because: 'bereavement', until: '2026-07-01' });
  mumble('hold', { because: 'away' });
  mumble('hold', { because: 'away', until: 'soon' });
  expect(host.state().holds).toEqual([]);
  expect(complaints.map((complaint) => complaint.split(' is ')[0])).toEqual(['hold: because', 'hold: until', 'hold: until']);
});

test('holidays add up; a day that no calendar has is left out', () => {
  const { host, complaints } = setup();
  host.holidays(['2026-12-25', '2026-02-31', '25.12.2026', '2026-12-26']);
  host.holidays(['2027-01-01']);
  expect([...host.state().holidays]).toEqual(['2026-12-25', '2026-12-26', '2027-01-01']);
  expect(complaints).toHaveLength(2);
});

test('of very many holidays the first two hundred are known', () => {
  const { host, complaints } = setup();
  const days = Array.from({ length: 201 }, (_, i) => new Date(MORNING_MS + i * 24 * HOUR_MS).toISOString().slice(0, 10));
  host.holidays(days);
  host.holidays(days.slice(0, 1));
  expect(host.state().holidays.size).toBe(200);
  expect(complaints).toEqual([`holidays: ${days[200]} is missing or wrong; write furrow.holidays(["2030-12-25"]), at most 200 of them`]);
});

// ---------------------------------------------------------------- preferences

test('what the visitor wants holds in every tab and after a reload; what is left out stays', () => {
  const { host, open } = setup();
  expect(host.state()).toMatchObject({ level: 'all', quiet: [] });
  host.prefer({ quiet: [{ from: '22:00', to: '07:30', days: ['fri', 'sat'] }] });
  open().prefer({ level: 'important' });
  expect(host.state()).toMatchObject({ level: 'important', quiet: [{ from: 1320, to: 450, days: [5, 6] }] });
  host.prefer({ quiet: [] });
  expect(open().state()).toMatchObject({ level: 'important', quiet: [] });
});

test('a wrong wish changes nothing, and the right one beside it counts', () => {
  const { host, complaints, mumble } = setup();
  host.prefer({ level: 'critical', quiet: [{ from: '22:00', to: '07:00' }] });
  mumble('prefer', { level: 'nothing', quiet: [{ from: '21:00', to: '06:00' }] });
  expect(host.state()).toMatchObject({ level: 'critical', quiet: [{ from: 1260, to: 360 }] });
  for (const quiet of ['22:00', [{ from: '22:00' }], [{ from: '24:01', to: '07:00' }], [{ from: '7:00', to: '07:00' }], [{ from: '07:00', to: '07:00' }], [{ from: '22:00', to: '07:00', days: ['friday'] }], [{ from: ['22:00'], to: '07:00' }], [null]]) {
    mumble('prefer', { level: 'none', quiet });
    expect(host.state()).toMatchObject({ level: 'none', quiet: [{ from: 1260, to: 360 }] });
  }
  expect(complaints.map((complaint) => complaint.split(' is ')[0])).toEqual(['prefer: level', ...Array.from({ length: 8 }, () => 'prefer: quiet')]);
});

test('everything that a visitor may want is kept, and left as it was where nothing is said of it', () => {
  const { host, complaints, records } = setup();
  const wishes = {
    level: 'important', quiet: [{ from: '20:00', to: '08:00' }], timeZone: 'Asia/Kolkata', channels: ['email', 'push'], basis: ['own', 'team'], keepDays: 90,
    predictive: true, administrators: false, training: false,
  } as const;
  host.prefer(wishes);
  host.prefer({ training: true });
  expect(records.read('preferences')).toEqual({ ...wishes, training: true });
  expect(host.state()).toMatchObject({ timeZone: 'Asia/Kolkata', keepMs: 2160 * HOUR_MS });
  host.prefer({ basis: [], channels: [], keepDays: 0 });
  expect(host.state().keepMs).toBeUndefined();
  expect(complaints).toEqual([]);
});

test.each([
  ['timeZone', 'Mars/Olympus'], ['timeZone', ''], ['timeZone', 7], ['channels', 'email'], ['channels', ['E-Mail of Ada']], ['channels', Array.from({ length: 21 }, (_, i) => `c${i}`)],
  ['basis', ['mood']], ['basis', 'own'], ['keepDays', -1], ['keepDays', 1.5], ['keepDays', '30'], ['keepDays', Infinity], ['predictive', 'yes'], ['administrators', 1], ['training', null],
])('a wish for “%s” that is %j is told back and not kept', (name, value) => {
  const { complaints, records, mumble } = setup();
  mumble('prefer', { [name]: value, level: 'critical' });
  expect(records.read('preferences')).toEqual({ level: 'critical' });
  expect(complaints).toEqual([`prefer: ${name} is missing or wrong; write furrow.prefer({ level: "important", quiet: [{ from: "22:00", to: "07:00" }], timeZone: "Europe/Berlin" })`]);
});

test('how much help was wanted before none was is remembered', () => {
  const { host } = setup();
  host.prefer({ level: 'important' });
  host.prefer({ level: 'none' });
  host.prefer({ level: 'none' });
  expect(host.state()).toMatchObject({ level: 'none', levelBefore: 'important' });
});

test('of what the visitor wants nothing is kept that furrow does not understand', () => {
  const { records, mumble } = setup();
  mumble('prefer', { level: 'all', name: 'Ada', quiet: [{ from: '22:00', to: '07:00', note: 'baby sleeps' }] });
  expect(records.read('preferences')).toEqual({ level: 'all', quiet: [{ from: '22:00', to: '07:00' }] });
});

test('whatever stands in storage, furrow hears the host out', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (preferences, contacts) => {
    const { host } = setup(createFakeRecords({ preferences, contacts }));
    host.contacted({ intent: 'survey' });
    host.prefer({ level: 'important' });
    const { level, quiet, contacts: known } = host.state();
    expect(level).toBe('important');
    expect(known.at(-1)).toEqual({ intent: 'survey', at: MORNING_MS });
    for (const { from, to, days } of quiet) expect([from, to, ...days].every(Number.isFinite)).toBe(true);
  }));
});

test('nothing that a host says can make a page fail, and whatever is not understood is told', () => {
  const trap = { get id(): never { throw new Error('a trap'); }, get level(): never { throw new Error('a trap'); } };
  const verbs = ['setAttributes', 'incident', 'contacted', 'hold', 'holidays', 'prefer'] as const;
  for (const verb of verbs) {
    for (const words of [undefined, null, 42, 'pay', Symbol('x')]) {
      const { host, complaints, mumble } = setup();
      const before = JSON.stringify(host.state());
      mumble(verb, words);
      expect(JSON.stringify(host.state())).toBe(before);
      expect(complaints).toEqual([expect.stringContaining(`${verb}: everything is missing or wrong; write furrow.${verb}(`)]);
    }
  }
  const { host, complaints, mumble } = setup();
  for (const verb of ['incident', 'prefer', 'setAttributes'] as const) mumble(verb, trap);
  expect(complaints).toHaveLength(3);
  expect(host.state().incidents).toEqual([]);
  fc.assert(fc.property(fc.constantFrom(...verbs), fc.anything(), (verb, words) => {
    const { host: hearing, mumble: say } = setup();
    say(verb, words);
    hearing.state();
  }));
});

test('a fault of furrow is told as what it is, and not as the host’s', () => {
  const refuses = { read: () => undefined, write: () => { throw new Error('full'); } };
  const { host, complaints } = setup(refuses, () => { throw new Error('lost'); });
  host.prefer({ level: 'none' });
  host.contacted({ intent: 'survey' });
  host.incident({ id: 'pay-down', over: true });
  expect(complaints).toEqual(['prefer: Error: full', 'contacted: Error: full', 'incident: Error: lost']);
});
