import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storyOf } from '../../cli/explain';
import { SIGNAL_WORDS } from '../../cli/explain/signalWords';
import { BUILT_IN_SIGNALS } from '../../src/rules/defaults';
import { furrow, rule } from './given';

const good = join(import.meta.dirname, 'corpus/good');
const corpus = readdirSync(good).map((name) => ({ name, text: readFileSync(join(good, name), 'utf8') }));

/** What is told of the one rule of a file, by what it is about. */
function told(more: object, file: object = {}): Readonly<Record<string, string>> {
  const story = storyOf({ name: 'test.json', text: JSON.stringify({ ...file, rules: [rule(more)] }) });
  expect(story.refused).toBe(0);
  return Object.fromEntries(story.rules[0]?.parts.map(({ about, sentences }) => [about, sentences.join(' ')]) ?? []);
}

test('the checkout, as a person would tell it', async () => {
  const seen = await furrow(['explain', join(good, 'shop-card-refused.json')]);
  expect(seen).toMatchObject({ code: 0, err: '' });
  expect(seen.out.split('\n').slice(1).join('\n')).toBe(`  1 rule, which speaks to visitors. Over all rules together, help comes at most twice on a
  page, 3 times in a visit, 3 times a day, and 4 times a week; it leaves 5 minutes until
  the next. All of it rests when a visitor has closed 2 nudges within 30 days. Nothing is
  shown in the first 8 seconds of a page. 5 visitors in 100 are held out and never see any
  help, to compare with. The workflow “checkout” goes through “cart” and “payment” and is
  done with your event “order-placed”.

card-number-trouble · Card number keeps being refused
  It is live.
  It looks for trouble at “card-number” in the step “payment” of the workflow “checkout”,
  for visitors in “guests” (those whose signedIn is false).
  Your event “card-refused”, told twice within 2 minutes, adds up to 60 points, fading to
  half in 2 minutes. Each fight with a field adds up to 20 points, 40 in all, fading to
  half in 90 seconds. Each burst of presses in vain on “pay-button” adds up to 30 points,
  fading to half in 1 minute. Your event “card-accepted” takes away 100 points: a good
  sign.
  Help is due when the score reaches 60 of 100, has stayed there for 1 second and furrow
  is fairly sure (0.6 of 1). It waits until the visitor has rested for 1.5 seconds, and is
  given up after 30 seconds.
  It keeps silent while the visitor is typing, while a dialog is open, or within 15
  seconds of a press that was answered seconds later.
  It shows a tooltip at the element in trouble: “Having trouble with the card number?
  Check that it has 16 digits and is not expired.” The button “Pay another way” tells your
  page “show-payment-methods” and “Not now” puts it off for 1 hour.
  Then, 1 minute later, if the visitor is still struggling, it shows a chat invitation in
  the corner: “Shall we look at it together?” The button “Talk to a human” leads to a
  person.
  It is over when your event “card-accepted” comes or “card-number” is valid.
  It comes at most twice in a visit, twice a week, and 4 times altogether; it rests for 60
  days once it was closed.
  The experiment “card-hint-wording” compares “short” (50 %) and “with-example” (50 %); 10
  visitors in 100 see nothing, to compare with. “with-example” shows a tooltip at the
  element in trouble: “Just the 16 digits. Like 4242 4242 4242 4242. Spaces are fine.”
  Asked why, it says: “The card number was refused more than once.”
  It is about trouble of high impact. It belongs to payments-ux@example.com.
`);
});

test('ten lines are told in full too', () => {
  expect(told({ owner: undefined })).toEqual({
    status: 'It is live.',
    where: 'It looks for trouble on every page.',
    signals: "Every one of furrow's 35 signals counts there, with its usual points.",
    help: 'Help is due when the score reaches 60 of 100 and furrow is fairly sure (0.6 of 1). It waits until the visitor has rested for 1 second, and is given up after 30 seconds.',
    nudge: 'It shows a tooltip at the element in trouble: “Stuck here?”',
  });
});

test('what is not shown is told as what would be', () => {
  expect(told({ status: 'watch' })).toMatchObject({ status: 'It only watches: it counts what it would have done, and shows nothing.', nudge: expect.stringMatching(/^It would show a tooltip/) as string });
  expect(told({ nudge: undefined })).toMatchObject({ status: 'It is live but has no nudge, so it only watches.', help: 'Trouble counts when the score reaches 60 of 100 and furrow is fairly sure (0.6 of 1).' });
});

test('dates, devices and several places', () => {
  expect(told({ from: '2026-12-01', until: '2026-12-24', where: { page: ['/a', '/b'], element: ['x', 'y'], device: 'touch' } })).toMatchObject({
    status: 'It is live. It holds from 1 December 2026 until 24 December 2026.', where: 'It looks for trouble at “x” or “y” on /a or /b, on touch screens.',
  });
});

test.each([
  [{ attribute: 'plan', oneOf: ['team', 'pro'] }, 'whose plan is “team” or “pro”'],
  [{ attribute: 'seats', atLeast: 5 }, 'whose seats is 5 or more'],
  [{ attribute: 'invoice', exists: false }, 'whose invoice is not known'],
  [{ not: { attribute: 'staff', is: true } }, 'whose staff is not true'],
  [{ not: { any: [{ attribute: 'a', is: 1 }, { attribute: 'b', is: 2 }] } }, 'not either whose a is 1 or whose b is 2'],
  [{ all: [{ segment: 'new' }, { attribute: 'plan', noneOf: ['free', 'demo'] }] }, 'in “new” (those whose days is 14 or less) and whose plan is none of “free” and “demo”'],
])('for visitors %j', (who, words) => {
  expect(told({ who }, { segments: { new: { attribute: 'days', atMost: 14 } } }).where).toBe(`It looks for trouble on every page, for visitors ${words}.`);
});

test('quiet hours, by whose clock, and what passes them', () => {
  const quiet = { timeZone: 'Europe/Zurich', hours: [{ from: '22:00', to: '06:00' }, { from: '00:00', to: '24:00', days: ['sat', 'sun'] }], holidays: ['2026-12-25'], except: ['inline', 'chat-invite'] };
  expect(told({ quiet }).quiet).toBe('It is quiet from 22:00 to 06:00, on Saturdays and Sundays all day, and on 25 December 2026 (but for critical help), by the clock of Europe/Zurich; an inline hint or a chat invite may come all the same.');
});

test.each([
  [{ template: 'inline', title: 'Twelve or more', at: 'password' }, 'It shows a line in the page right after “password”: “Twelve or more.”'],
  [{ template: 'banner', title: 'Slow today' }, 'It shows a bar along the edge of the page: “Slow today.”'],
  [{ template: 'steps', title: 'Two things', steps: [{ at: 'file', title: 'Choose a file', body: 'CSV.' }, { title: 'Go on!' }] }, 'It shows one thing after the other, beginning at “file”: “Two things.” Step 1 at “file”: “Choose a file. CSV.” Step 2: “Go on!”'],
  [{ template: 'steps', title: 'Two things', at: 'list', steps: [{ title: 'Choose' }, { title: 'Go on', at: 'next' }] }, 'It shows one thing after the other, beginning at “list”: “Two things.” Step 1: “Choose.” Step 2 at “next”: “Go on.”'],
])('what is shown of %j', (nudge, words) => {
  expect(told({ nudge }).nudge).toBe(words);
});

test('every signal has its words', () => {
  expect(Object.keys(SIGNAL_WORDS).sort()).toEqual([...BUILT_IN_SIGNALS].sort());
  for (const signal of BUILT_IN_SIGNALS) {
    expect(told({ signals: [{ signal, points: 1 }] }).signals).toMatch(/^Each [a-z].* adds up to 1 point, (however many there are, )?fading to half in 90 seconds\.$/);
    expect(told({ signals: [{ signal, atLeast: 3, points: 2, max: 50 }] }).signals).toMatch(/^3 .*s?.* within 90 seconds add up to 2 points, 50 in all, fading/);
  }
});

test.each(corpus)('$name is told in whole sentences', (file) => {
  const { sentences, rules } = storyOf(file);
  const all = [...sentences, ...rules.flatMap(({ parts }) => parts.flatMap((part) => part.sentences))];
  for (const sentence of all) {
    expect(sentence).toMatch(/^[A-ZÀ-Ý0-9“].*[.?!”]$/u);
    expect(sentence).not.toMatch(/undefined|NaN|Infinity|\s\s|\[object|,,| ,|\.\./);
  }
});

test('points that fade alike are told so once', () => {
  expect(told({ signals: [{ signal: 'rage-click', on: 'pay', points: 60 }, { signal: 'app:refused', atLeast: 2, points: 40 }, { signal: 'app:accepted', points: -100 }] }).signals)
    .toBe('Each burst of presses in vain on “pay” adds up to 60 points. Your event “refused”, told twice within 90 seconds, adds up to 40 points. Your event “accepted” takes away 100 points: a good sign. Points fade to half in 90 seconds.');
});

test('one rule alone, and one that there is not', async () => {
  const file = join(good, 'saas-role-matrix.json');
  const seen = await furrow(['explain', file, '--rule', 'roles-by-touch']);
  expect([seen.code, seen.out.includes('roles-by-touch'), seen.out.includes('roles-by-mouse')]).toEqual([0, true, false]);
  expect(await furrow(['explain', file, '--rule', 'rolls'])).toMatchObject({ code: 2, err: 'furrow: there is no rule "rolls"' });
});

test('what the page would refuse is not told, and that is said', async () => {
  const seen = await furrow(['explain', '-'], { stdin: JSON.stringify({ rules: [rule(), { id: 'wrong', wehre: {} }] }) });
  expect(seen.code).toBe(1);
  expect(seen.out).not.toContain('wrong');
  expect(seen.err).toContain('stdin has 1 error, and what they concern is left out here');
});

test('for programs it is JSON, part by part', async () => {
  const seen = await furrow(['explain', join(good, 'shop-ten-lines.json'), '--format', 'json']);
  expect(JSON.parse(seen.out)).toMatchObject([{ rules: [{ id: 'checkout-help', parts: [{ about: 'status', sentences: ['It is live.'] }, { about: 'where' }, { about: 'signals' }, { about: 'help' }, { about: 'nudge' }, { about: 'upkeep' }] }], refused: 0 }]);
});
