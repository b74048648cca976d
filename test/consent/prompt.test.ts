// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import type { PromptOptions } from '../../src/parts';
import type { Receipt } from '../../src/types';
import { prompt } from '../../src/consent/prompt';
import { words } from '../../src/words/en/prompt';
import { words as french } from '../../src/words/fr/prompt';

const HELP = '1 · notice help · local · nothing leaves';
const SENDS = '1 · notice help improve · local · /collect';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const given = (options: Partial<PromptOptions>): PromptOptions => ({ words, purposes: ['notice', 'help'], collects: false, fingerprint: HELP, last: undefined, ...options });

function ask(options: Partial<PromptOptions> = {}) {
  document.body.innerHTML = '<main><button>Pay</button></main>';
  const end = new AbortController();
  const answer = prompt(document, given(options), end.signal);
  const host = document.querySelector('furrow-prompt');
  const root = host?.shadowRoot;
  const buttons = [...(root?.querySelectorAll('button') ?? [])];
  const texts = (selector: string) => [...(root?.querySelectorAll(selector) ?? [])].map((each) => each.textContent.replace(/[\u2068\u2069]/g, ''));
  return { end, answer, host, root, texts, text: root?.textContent ?? '', press: (name: string) => buttons.find((button) => (button.textContent || button.getAttribute('aria-label')) === name)?.click() };
}

const yesTo = (fingerprint: string): Receipt => ({
  v: 1, id: 'x', decision: 'granted', purposes: ['notice', 'help'], at: '2026-01-01T00:00:00.000Z', expires: '2026-06-01T00:00:00.000Z', fingerprint, surface: 'prompt', sdk: '0',
});

test('the visitor meets the question before the page, and still has the focus', () => {
  const { host } = ask();
  expect(document.body.firstElementChild).toBe(host);
  expect(document.activeElement).toBe(document.body);
});

test('no comes before yes, and both are the same button', () => {
  const { root } = ask();
  const answers = [...(root?.querySelectorAll('.answer') ?? [])];
  expect(answers.map((button) => button.textContent)).toEqual(['No thanks', 'Allow']);
  const bare = (button: Element | undefined) => button?.outerHTML.replace(button.textContent, '');
  expect(bare(answers[0])).toBe(bare(answers[1]));
  expect(answers[0]?.parentElement).toBe(answers[1]?.parentElement);
});

for (const [name, said] of [['Allow', 'granted'], ['No thanks', 'refused'], ['Close', 'dismissed']] as const) {
  test(`“${name}” says ${said}, and the page is as it was`, async () => {
    const { answer, press } = ask();
    press(name);
    expect(document.body.innerHTML).toBe('<main><button>Pay</button></main>');
    expect(await answer).toMatchObject({ answer: said, locale: 'en' });
  });
}

test('Escape inside the question closes it; nothing else on it is a yes', async () => {
  const { answer, root } = ask();
  for (const each of root?.querySelectorAll('section, h2, p, summary, li') ?? []) each.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(document.querySelector('furrow-prompt')).not.toBeNull();
  root?.querySelector('section')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect((await answer).answer).toBe('dismissed');
});

test('a question that was closed says how long it rests; an answer does not', async () => {
  const { answer, press } = ask({ last: { ...yesTo(HELP), decision: 'dismissed', purposes: [], dismissals: [new Date().toISOString()] } });
  press('Close');
  const { dismissals, expires = '' } = await answer;
  expect(dismissals).toHaveLength(2);
  expect((Date.parse(expires) - Date.now()) / 86_400_000).toBeGreaterThan(364);
  const second = ask();
  second.press('No thanks');
  expect(Object.keys(await second.answer).sort()).toEqual(['answer', 'locale', 'textHash']);
});

test('the answer carries the hash of exactly the words that were shown', async () => {
  const { answer, press } = ask();
  press('Allow');
  const shown = [
    words.title, `${words.ask} ${words.never} ${words.stays}`, words.more, words.purposes.notice, words.purposes.help, words.storage.local, words.stays, words.back,
    words.refuse, words.allow, words.close,
  ];
  expect((await answer).textHash).toBe(`sha256-${createHash('sha256').update(shown.join('\n')).digest('base64')}`);
});

test('other words have another hash', async () => {
  const hashOf = (options: Partial<PromptOptions>) => { const { answer, end } = ask(options); end.abort(); return answer.then(({ textHash }) => textHash); };
  const hashes = [await hashOf({}), await hashOf({ words: french }), await hashOf({ collects: true, fingerprint: SENDS }), await hashOf({})];
  expect(new Set(hashes).size).toBe(3);
  expect(hashes[0]).toBe(hashes[3]);
});

test('on a page where the browser does not count hashes the visitor is asked all the same', async () => {
  vi.stubGlobal('crypto', {});
  const { answer, press } = ask();
  press('Allow');
  expect(await answer).toEqual({ answer: 'granted', locale: 'en' });
});

test('a question taken away is no answer, and nothing of it stays', async () => {
  const { answer, end } = ask();
  end.abort();
  expect((await answer).answer).toBe('dismissed');
  expect(document.querySelector('furrow-prompt')).toBeNull();
});

test('a question that is over before it is put is never seen', async () => {
  const answer = prompt(document, given({}), AbortSignal.abort());
  expect(document.querySelector('furrow-prompt')).toBeNull();
  expect((await answer).answer).toBe('dismissed');
});

test('what is asked for is what is told, and whether anything leaves', () => {
  expect(ask().text).toContain('Nothing leaves');
  const { text, texts } = ask({ purposes: ['notice', 'help', 'improve'], collects: true, fingerprint: `${SENDS} · 90 days` });
  expect(text).not.toContain('Nothing leaves');
  expect(texts('details li').slice(2)).toEqual(['Sent: anonymous notes on what went wrong, to repair it.', words.storage.local, expect.stringMatching(/^Sent to: .*\/collect$/), 'Kept there for 90 days.', words.back]);
});

test.each([
  ['facts are sent now', HELP, SENDS, [words.purposes.improve, expect.stringContaining('/collect'), words.unlimited]],
  ['they go to somebody else', SENDS, '1 · notice help improve · local · https://other.test/in', ['Sent to: other.test/in']],
  ['they are kept longer', `${SENDS} · 30 days`, `${SENDS} · 90 days`, ['Kept there for 90 days.']],
  ['more is kept here', '1 · notice help · memory · nothing leaves', HELP, [words.storage.local]],
  ['nothing is sent any more', SENDS, HELP, [words.stays]],
])('a visitor who said yes before is told first what has changed: %s', (_, before, fingerprint, news) => {
  const { root, texts } = ask({ fingerprint, last: yesTo(before), collects: fingerprint !== HELP });
  expect(root?.querySelector('h2')?.nextElementSibling?.textContent).toBe(words.changed);
  expect(texts('.text > ul li')).toEqual(news);
});

test('nothing is said to have changed for a visitor who never said yes, or said it to the same', () => {
  for (const last of [undefined, yesTo(HELP), { ...yesTo(SENDS), purposes: [] }]) expect(ask({ last }).text).not.toContain(words.changed);
});
