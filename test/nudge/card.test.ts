// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { Help } from '../../src/parts';
import type { ChatOpened, Contribution } from '../../src/types';
import { createFace } from '../../src/nudge/face';
import { frame } from '../../src/nudge/frame';
import type { StepFace } from '../../src/nudge/HelpBody';
import type { Form } from '../../src/nudge/surface';
import { givenCta, givenHelp, givenHuman } from '../support/givenHelp';

const PRESSED: Contribution = { signal: 'dead-click', place: 'pay', points: 40, count: 1, evidence: {} };
const FAILED: Contribution = { signal: 'net-failure', place: 'pay', points: 20, count: 1, evidence: {} };
const WAITED: Contribution = { signal: 'long-wait', place: 'pay', points: 20, count: 1, evidence: { ms: 9000 } };

async function setup(given: Partial<Help> = {}, text: Partial<Help['text']> = {}, prepared = true) {
  document.body.innerHTML = '<button id="pay">Pay now</button><div id="at"></div>';
  const at = document.querySelector('#at')!;
  // links lead nowhere here
  at.addEventListener('click', (event) => event.preventDefault());
  const answers: unknown[] = [];
  const turnedTo: string[] = [];
  const settings: Element[] = [];
  const life = new AbortController();
  const anchor = () => document.querySelector('#pay') ?? undefined;
  const draw = (form: Form = 'tooltip', step?: StepFace): void => render(frame({ ...face, draw: () => face.draw(step) }, form, false, { close: 'Close', onOpen: () => undefined, onClose: () => answers.push(['closed']) }), at);
  const face = createFace({
    help: givenHelp({ reasons: [PRESSED, FAILED], anchor, settings: (opener) => settings.push(opener), ...given }, text),
    base: 'https://shop.test/pay', anchor, attempt: (task) => task(), life: life.signal,
    onWhy: () => answers.push('why'),
    onChange(to) {
      draw();
      if (to) turnedTo.push(to);
    },
    answer: (...said) => answers.push(said.filter(Boolean)),
  });
  draw();
  if (prepared) {
    face.prepare();
    await settled();
  }
  const named = (name: string) => [...at.querySelectorAll<HTMLElement>('button,a')].find((control) => control.textContent === name || control.getAttribute('aria-label') === name)!;
  const press = (name: string): void => named(name).click();
  const shown = () => [...at.querySelectorAll<HTMLElement>('h2,p,li,button,a')].filter((element) => element.textContent && !element.closest('[hidden]') && !element.closest('li > *')).map((element) => element.textContent?.replace(/[\u2066-\u2069]/g, ''));
  const lines = () => [...at.querySelectorAll('.parts li')].map((line) => line.textContent?.replace(/[\u2066-\u2069]/g, ''));
  return { at, face, draw, life, answers, turnedTo, settings, named, press, shown, lines };
}

const chatThat = (opened: () => Promise<ChatOpened>, given: Partial<NonNullable<Help['human']>> = {}) => {
  const handed: unknown[] = [];
  const human = givenHuman({ contact: 'https://shop.test/contact', trail: [FAILED, WAITED], chat: (what) => { handed.push(what); return opened(); }, ...given });
  return { handed, human };
};
const opens = (): Promise<ChatOpened> => Promise.resolve('opened');
const settled = () => new Promise<void>((resolve) => { setTimeout(resolve); });

test('a person, the reasons and not now come in the same order on every help', async () => {
  const { human } = chatThat(opens);
  expect((await setup({ human })).shown()).toEqual(['Stuck?', 'Talk to a human', 'Why am I seeing this?', 'Not now']);
  expect((await setup({ human }, { ctas: [givenCta('snooze')] })).shown()).toEqual(['Stuck?', 'snooze', 'Talk to a human', 'Why am I seeing this?', 'Not now']);
});

test('not now opens to six choices, and any of them is the second press', async () => {
  const { press, named, answers, shown } = await setup();
  expect(named('Not now').getAttribute('aria-expanded')).toBe('false');
  press('Not now');
  expect(named('Not now').getAttribute('aria-expanded')).toBe('true');
  expect(shown().slice(-6)).toEqual(['For an hour', 'Until tomorrow', 'For a week', 'Not on this page', 'Never this one again', 'No help at all']);
  press('No help at all');
  expect(answers).toEqual([['mute']]);
});

test('one thing is open at a time, and the button that opened it closes it', async () => {
  const { press, named, answers } = await setup();
  press('Not now');
  press('Why am I seeing this?');
  expect([named('Not now'), named('Why am I seeing this?')].map((button) => button.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
  press('Why am I seeing this?');
  expect(named('Why am I seeing this?').getAttribute('aria-expanded')).toBe('false');
  expect(answers).toEqual(['why']);
});

test('with the reasons stands the way to everything else that can be set', async () => {
  const { press, settings, named, answers } = await setup();
  press('Why am I seeing this?');
  press('Settings');
  expect(settings).toEqual([named('Settings')]);
  expect(answers).toEqual(['why']);
});

test('before a chat opens, the visitor sees all that would be handed over, and is told that nothing is sent', async () => {
  const { human, handed } = chatThat(opens);
  const { press, shown, lines, turnedTo } = await setup({ human });
  press('Talk to a human');
  expect(lines()).toEqual(['Page: /checkout/payment', 'Where: “Pay now”', 'You pressed the same spot and nothing happened.', 'The page could not reach its server.', 'The page has kept you waiting for 9 seconds.'].map((line) => `${line}Remove`));
  expect(shown()[0]).toBe('This is what a person would read');
  expect(shown()[1]).toContain('Nothing is sent until you send it.');
  expect(turnedTo).toEqual(['#title']);
  expect(handed).toEqual([]);
});

test('what is struck out is not handed over, and can be put back', async () => {
  const { human, handed } = chatThat(opens);
  const { at, press, answers } = await setup({ human });
  press('Talk to a human');
  const buttons = [...at.querySelectorAll<HTMLElement>('.parts button')];
  for (const line of [0, 1, 2]) buttons[line]!.click();
  expect([...at.querySelectorAll('del')].map((line) => line.textContent?.slice(0, 4))).toEqual(['Page', 'Wher', 'You ']);
  expect(buttons[1]!.textContent).toBe('Put back');
  expect(buttons[1]!.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent?.slice(0, 8))).toEqual(['Put back', 'Where: “']);
  buttons[1]!.click();
  press('Open the chat');
  await settled();
  const reasons = ['The page could not reach its server.', 'The page has kept you waiting for 9 seconds.'];
  expect(handed).toEqual([{ route: '', place: 'Pay now', reasons, text: ['Where: “Pay now”', ...reasons].join('\n') }]);
  expect(answers).toEqual([['human']]);
});

test('going back changes nothing, and what was struck out stays so', async () => {
  const { human } = chatThat(opens);
  const { press, shown, at, answers, turnedTo } = await setup({ human });
  press('Talk to a human');
  press('Remove');
  press('Back');
  expect(shown()[0]).toBe('Stuck?');
  press('Talk to a human');
  expect(at.querySelectorAll('del')).toHaveLength(1);
  expect([answers, turnedTo]).toEqual([[], ['#title', '#title', '#title']]);
});

test('while the chat opens the card says so, and a second press opens nothing', async () => {
  let open!: (opened: ChatOpened) => void;
  const { human, handed } = chatThat(() => new Promise((resolve) => { open = resolve; }));
  const { press, at, answers } = await setup({ human });
  press('Talk to a human');
  expect(at.querySelector('[role=status]')?.textContent).toBe('');
  press('Open the chat');
  press('Open the chat');
  expect(at.querySelector('[role=status]')?.textContent).toBe('Opening the chat …');
  expect([handed.length, answers]).toEqual([1, []]);
  open('opened');
  await settled();
  expect(answers).toEqual([['human']]);
});

const FAILURES: readonly (readonly [how: string, opened: () => Promise<ChatOpened>])[] = [
  ['is not there', () => Promise.resolve('no-provider')],
  ['does not open in time', () => Promise.resolve('timeout')],
  ['is broken', () => Promise.reject(new Error('broken'))],
];

for (const [how, opened] of FAILURES) {
  test(`a chat that ${how} gives way to the contact page, and nothing moves under the finger`, async () => {
    const { human } = chatThat(opened);
    const { press, named, at, answers } = await setup({ human });
    press('Talk to a human');
    const before = [...at.querySelectorAll('.main > *')].map(({ textContent }) => textContent);
    press('Open the chat');
    await settled();
    expect(at.querySelector('[role=status]')?.textContent).toBe('The chat cannot be reached right now.');
    expect([...at.querySelectorAll('.main > *')].map(({ textContent }) => textContent)).toEqual([...before, 'Other ways to reach us']);
    expect(answers).toEqual([]);
    expect(named('Other ways to reach us').getAttribute('href')).toBe('https://shop.test/contact');
    press('Other ways to reach us');
    expect(answers).toEqual([['human']]);
  });
}

test('a chat that cannot be handed anything opens at once, and is handed nothing', async () => {
  const { human, handed } = chatThat(() => Promise.resolve('no-provider'), { prefills: false });
  const { press, shown, lines, at } = await setup({ human });
  press('Talk to a human');
  expect(at.querySelector('[role=status]')?.textContent).toBe('Opening the chat …');
  expect(handed).toEqual([{ place: '', reasons: [], text: '', route: '' }]);
  await settled();
  expect([lines(), shown()]).toEqual([[], ['Talk to a human', 'The chat cannot be reached right now.', 'Open the chat', 'Back', 'Other ways to reach us']]);
});

test('a wait and a telephone number are told only where the host knows them', async () => {
  const { human } = chatThat(opens, { reach: { waitMinutes: 0.4, phone: '+49 30 123' } });
  const known = await setup({ human });
  known.press('Talk to a human');
  expect(known.shown()).toContain('About a minute to wait');
  expect(known.at.querySelector('a')?.getAttribute('href')).toBe('tel:+4930123');
  const unknown = await setup({ human: { ...human, reach: {} } });
  unknown.press('Talk to a human');
  expect(unknown.shown().join()).not.toMatch(/wait,|Call/);
});

test('a step stands in the card in place of the help’s own words, with what every help offers below', async () => {
  const { draw, shown } = await setup({}, { body: 'All at once' });
  draw('tooltip', { title: 'The number', body: 'On the front.', at: 'Step 1 of 2', turns: null, isLast: false });
  expect(shown()).toEqual(['Step 1 of 2', 'The number', 'On the front.', 'Why am I seeing this?', 'Not now']);
});

test('a chip says only for what the help is', async () => {
  const { face, at, draw } = await setup();
  draw('chip');
  expect(face.label).toBe('Help for “\u2068Pay now\u2069”');
  expect([...at.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual([face.label, 'Close']);
});

test('the reasons, the promise and what it took are there when they are asked for', async () => {
  const { press, shown } = await setup({ why: 'Paying failed.', counterfactual: { without: 1, score: 24.7, confidence: 0.4, flips: 'score', needs: 60 } });
  press('Why am I seeing this?');
  expect(shown().slice(2)).toEqual(['Paying failed.', 'You pressed the same spot and nothing happened.', 'The page could not reach its server.',
    'Without the first of these, this help would not have come up (24 of the 60 points needed).', 'What you type is never kept or sent.', 'Settings', 'Not now']);
});

/** Help whose other file is still on its way. */
async function before(given: Partial<Help> = {}) {
  let arrive!: (came: boolean) => Promise<void>;
  const { besides } = givenHelp();
  const asked = new Promise<boolean>((resolve) => { arrive = (came) => { resolve(came); return settled(); }; }).then((came) => (came ? besides() : undefined));
  return { ...await setup({ besides: () => asked, ...given }, {}, false), arrive: (came = true) => arrive(came) };
}

test('who asks why before the answer is here sees that it comes, and is told when it does', async () => {
  const { press, at, arrive, turnedTo } = await before();
  press('Why am I seeing this?');
  const panel = at.querySelector('#why [role=status]');
  expect(panel?.textContent).toBe('…');
  await arrive();
  expect(panel?.isConnected && panel.textContent).toContain('You pressed the same spot and nothing happened.');
  expect(turnedTo).toEqual([]);
});

test('reasons that were here already are not read out by themselves', async () => {
  const { press, at } = await setup();
  press('Why am I seeing this?');
  expect(at.querySelector('#why [role]')).toBeNull();
});

test('reasons that cannot be had leave the rule’s own words, and all the rest', async () => {
  const { press, shown, arrive } = await before({ why: 'Paying failed.' });
  press('Why am I seeing this?');
  await arrive(false);
  expect(shown()).toEqual(['Stuck?', 'Why am I seeing this?', 'Paying failed.', 'Settings', 'Not now']);
});

test('who asks for a person before the preview is here is taken to it when it comes', async () => {
  const { human, handed } = chatThat(opens);
  const { press, shown, lines, turnedTo, arrive } = await before({ human });
  press('Talk to a human');
  expect(shown()).toEqual(['Talk to a human', '…']);
  await arrive();
  expect([shown()[0], lines().length, handed]).toEqual(['This is what a person would read', 5, []]);
  expect(turnedTo).toEqual(['#title', '#title']);
});

test('where the preview cannot be had, the chat opens, and is handed nothing that the visitor has not seen', async () => {
  const { human, handed } = chatThat(opens);
  const { press, answers, arrive } = await before({ human });
  press('Talk to a human');
  await arrive(false);
  expect([handed, answers]).toEqual([[{ place: '', reasons: [], text: '', route: '' }], [['human']]]);
});

test.each(FAILURES)('where neither the preview nor the chat can be had, there is the contact page: a chat that %s', async (_, fails) => {
  const { human } = chatThat(fails);
  const { press, named, answers, shown, arrive } = await before({ human });
  press('Talk to a human');
  await arrive(false);
  expect(shown()).toEqual(['Stuck?', 'Talk to a human', 'Why am I seeing this?', 'Not now']);
  expect(named('Talk to a human').getAttribute('href')).toBe('https://shop.test/contact');
  expect(answers).toEqual([]);
});

test('who closes the help while the preview is on its way opens no chat', async () => {
  const { human, handed } = chatThat(opens);
  for (const came of [true, false]) {
    const { press, life, answers, arrive } = await before({ human: { ...human, prefills: false } });
    press('Talk to a human');
    life.abort();
    await arrive(came);
    expect([handed, answers]).toEqual([[], []]);
  }
});
