import { appendFileSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answer } from '../../cli/preview/answer';
import { html, json } from '../../cli/preview/html';
import { servePreview } from '../../cli/preview/serve';
import { shownOf } from '../../cli/preview/shown';
import { watchFile } from '../../cli/preview/watchFile';
import { furrow, rule, TODAY } from './given';

const SCRIPTS = new Map([['/furrow.nudge.js', 'export const createShowing = () => undefined;'], ['/furrow.nudge.en.js', 'export const words = {};'], ['/furrow.nudge.ar.js', 'export const words = {};']]);
const tooltip = { template: 'tooltip', title: { en: 'Stuck here?', ar: 'هل تحتاج مساعدة؟' } };
const file = {
  locales: { default: 'en', also: ['ar'] },
  rules: [
    rule({ nudge: tooltip, then: [{ after: '2m', nudge: { template: 'chat-invite', title: 'Shall we talk?' } }], experiment: { id: 'words', control: 10, variants: [{ id: 'short', share: 50 }, { id: 'long', share: 50, nudge: { template: 'tooltip', title: 'Stuck at “1 & 2”?' } }] } }),
    { id: 'silent', owner: 'web@example.com' },
  ],
};
const shown = (given: object | string = file) => shownOf('furrow.json', typeof given === 'string' ? given : JSON.stringify(given), TODAY);
const at = (path: string, given = shown()) => answer(new URL(path, 'http://preview'), given, SCRIPTS);

const preview = await servePreview({ port: 0, scripts: SCRIPTS, shown: () => Promise.resolve(shown()) });
afterAll(preview.close);

/** As a browser asks, with whatever name it came by. */
function ask(path: string, { host, method = 'GET' }: { readonly host?: string; readonly method?: string } = {}): Promise<{ readonly status: number | undefined; readonly headers: Readonly<Record<string, unknown>> }> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, preview.url), { method, headers: host === undefined ? {} : { host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    asked.on('error', reject).end();
  });
}

test('every rule stands in the index, and who shows nothing says so', () => {
  const { body } = at('/');
  expect(body).toContain('<a href="/rule?id=help">help</a>');
  expect(body).toContain('3 nudges in en and ar');
  expect(body).toMatch(/<h2>silent<\/h2>\s*<p>live · shows nothing/);
});

test('every nudge of a rule in each of its languages, in three widths, both directions, light and dark, as a card and as a chip', () => {
  const { body } = at('/rule?id=help');
  expect([...body.matchAll(/<section aria-label="([^"]+)"/g)].map(([, label]) => label)).toEqual(['The rule’s own, en', 'The rule’s own, ar', 'Variant “long”, en', 'Then, 2 minutes later, en']);
  const frames = [...body.matchAll(/<iframe src="([^"]+)" title="([^"]+)"/g)];
  expect(new Set(frames.map(([, , title]) => title)).size).toBe(4 * 3 * 2 * 2 * 2);
  for (const [, src = ''] of frames) expect(at(src.replaceAll('&amp;', '&')).status).toBe(200);
});

test('a frame has its language, direction and scheme, and the nudge as it was read', () => {
  const { body } = at('/frame?rule=help&sight=0%3Along&locale=ar&dir=rtl&scheme=dark&form=chip');
  expect(body).toContain('<html lang="ar" dir="rtl" class="frame dark">');
  expect(JSON.parse(/<script type="application\/json" id="help">(.*?)<\/script>/.exec(body)?.[1] ?? '')).toMatchObject({ channel: 'chip', locale: 'ar', text: { title: 'Stuck at “1 & 2”?' }, reasons: [{ signal: 'rage-click' }, {}, {}] });
});

test('a frame speaks the nearest language that furrow has, and has every place of its steps', () => {
  const steps = [{ at: 'file', title: 'Choose' }, { title: 'Look' }, { at: 'send', title: 'Send' }];
  const given = shown({ rules: [rule({ where: { element: 'form' }, nudge: { template: 'steps', title: { 'ar-EG': 'ثلاثة أشياء', nb: 'Tre ting' }, steps } })] });
  const body = (locale: string) => at(`/frame?rule=help&sight=0&locale=${locale}`, given).body;
  expect([/id="words"/.exec(body('nb'))?.length, body('nb')]).toEqual([1, expect.stringContaining('href="/furrow.nudge.en.js"')]);
  expect(body('ar-EG')).toContain('href="/furrow.nudge.ar.js"');
  expect([...body('nb').matchAll(/<button type="button">(.*?)</g)].map(([, name]) => name)).toEqual(['form', 'file', 'send']);
});

test('what is wrong with the file stands above, errors first', () => {
  const { body } = at('/', shown({ rules: [rule({ owner: undefined }), { id: 'wrong', wehre: {} }] }));
  expect(body).toContain('lint tells of 1 error and 1 warning');
  expect(body.indexOf('unknown-key')).toBeLessThan(body.indexOf('no-owner'));
  expect(at('/', shown('{')).body).toContain('Nothing to show');
  expect(at('/', shown({ rules: [rule()] })).body).not.toContain('lint tells');
});

test('a rules file writes no page of its own', () => {
  const evil = '</script><script>alert(1)</script>\'"&';
  const safe = '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&quot;&amp;';
  expect(html`<a title="${evil}">${evil}</a>${[html`<b>`, html`</b>`]}`.html).toBe(`<a title="${safe}">${safe}</a><b></b>`);
  expect(json({ evil }).html).not.toContain('<');
  expect(JSON.parse(json({ evil }).html)).toEqual({ evil });
  for (const path of ['/rule?id=', '/frame?rule=help&sight=', '/frame?rule=help&locale=']) expect(at(`${path}${encodeURIComponent(evil)}`).body).not.toContain('<script>alert');
});

test('nothing but its own pages is served', async () => {
  expect((await ask('/')).status).toBe(200);
  for (const path of ['/rule?id=none', '/frame', '/../package.json', '/furrow.json', '/%2e%2e/etc/passwd', '/toString']) expect((await ask(path)).status).toBe(404);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
});

test('a page of another site that leads here by a name of its own is refused', async () => {
  const { port } = new URL(preview.url);
  for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1:1', '127.0.0.1']) expect((await ask('/', { host })).status).toBe(403);
  expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
  const { headers } = await ask('/');
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin', 'content-security-policy': expect.stringContaining('default-src \'none\'') as string });
});

test('open pages hear that the file has changed', async () => {
  const { body } = await fetch(new URL('changes', preview.url));
  const reader = body?.getReader();
  preview.changed();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: changed\n\n');
  await reader?.cancel();
});

test('a file that is written, or replaced as editors do, has changed; its neighbours have not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'furrow-preview-'));
  const [path, other] = ['furrow.json', 'other.json'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(path, '{}');
  let changed = 0;
  let heard: () => void = () => undefined;
  const unwatch = watchFile(path, () => { changed++; heard(); });
  const next = (act: () => void): Promise<void> => new Promise((resolve) => { heard = resolve; act(); });
  await next(() => appendFileSync(path, ' '));
  writeFileSync(other, '{}');
  await next(() => renameSync(other, path));
  unwatch();
  expect(changed).toBeLessThanOrEqual(3);
});

test.each([[['preview'], 'missing required argument'], [['preview', 'nowhere.json'], 'there is no such file'], [['preview', 'a.json', '--port', '70000'], 'from 0 to 65535']])('furrow %j is wrong use', async (args, words) => {
  expect(await furrow(args)).toMatchObject({ code: 2, err: expect.stringContaining(words) as string });
});
