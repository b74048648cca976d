// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { PromptOptions } from '../../src/parts';
import { prompt } from '../../src/consent/prompt';

afterEach(() => document.body.replaceChildren());

function ask(options: Partial<PromptOptions> = {}) {
  document.body.innerHTML = '<main><button>Pay</button></main>';
  const end = new AbortController();
  const answer = prompt(document, { locale: 'en', purposes: ['notice', 'help'], collects: false, ...options }, end.signal);
  const host = document.querySelector('furrow-prompt');
  const root = host?.shadowRoot;
  const buttons = [...(root?.querySelectorAll('button') ?? [])];
  return { end, answer, host, root, text: root?.textContent ?? '', press: (name: string) => buttons.find((button) => (button.textContent || button.getAttribute('aria-label')) === name)?.click() };
}

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
    expect(await answer).toBe(said);
    expect(document.body.innerHTML).toBe('<main><button>Pay</button></main>');
  });
}

test('a question taken away is no answer, and nothing of it stays', async () => {
  const { answer, end } = ask();
  end.abort();
  expect(await answer).toBe('dismissed');
  expect(document.querySelector('furrow-prompt')).toBeNull();
});

test('a question that is over before it is put is never seen', async () => {
  const answer = prompt(document, { locale: 'en', purposes: [], collects: false }, AbortSignal.abort());
  expect(document.querySelector('furrow-prompt')).toBeNull();
  expect(await answer).toBe('dismissed');
});

test('what is asked for is what is told: one line for each purpose', () => {
  expect(ask().text).not.toContain('Sent:');
  expect(ask({ purposes: ['notice', 'help', 'improve'], collects: true }).text).toContain('Sent: anonymous notes');
  expect(ask({ collects: true }).text).not.toContain('Nothing leaves');
});

test('no purpose takes more than a short line, in any language', () => {
  for (const locale of ['en', 'de', 'fr', 'es']) {
    const { root } = ask({ locale, purposes: ['notice', 'help', 'share-with-support', 'improve'] });
    const lines = [...(root?.querySelectorAll('li') ?? [])].map((line) => line.textContent);
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line.split(' ').length, line).toBeLessThanOrEqual(12);
  }
});

test('nothing is said of feelings', () => {
  for (const locale of ['en', 'de', 'fr', 'es']) expect(ask({ locale, collects: true }).text).not.toMatch(/frustr|angr|feel|gefühl|wütend|émotion|enfad/i);
});
