import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { createCollector, LIMITS } from '../../demo/collector/handle.js';
import { createStore } from '../../demo/collector/store.js';
import { makeBatch, makeErasure } from '../support/batch';

const root = resolve(import.meta.dirname, '../..');
const doc = readFileSync(join(root, 'docs/collectors.md'), 'utf8');
const [ownHandler = '', bundled = ''] = [...doc.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end();
});

test('the handler of one’s own is twenty lines or so', () => {
  expect(ownHandler.trim().split('\n').filter((line) => line).length).toBeLessThanOrEqual(20);
});

test('the handler of one’s own counts each fact once and keeps it through kill -9', async () => {
  const { post, kill, facts } = await run(ownHandler);
  const batch = makeBatch();

  expect((await post(JSON.stringify(batch))).status).toBe(204);
  const again = await post(JSON.stringify(makeBatch({ facts: [...batch.facts, ...makeBatch().facts] })));
  expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([204, 'https://shop.test']);
  await kill();
  expect(facts()).toBe(8);
});

test('the handler of one’s own erases a visit, and takes no more of it', async () => {
  const { post, facts } = await run(ownHandler);
  const batch = makeBatch();
  await post(JSON.stringify(batch));
  await post(JSON.stringify(makeBatch()));
  expect((await post(JSON.stringify(makeErasure({ erase: batch.visit })))).status).toBe(204);
  expect((await post(JSON.stringify({ ...batch, id: makeBatch().id }))).status).toBe(204);
  expect(facts()).toBe(4);
});

test('the handler of one’s own refuses what is none, and asks for what it could not keep', async () => {
  const { post } = await run(ownHandler);
  expect((await post('nope')).status).toBe(400);
  expect((await post(' '.repeat(300_000))).status).toBe(413);
  expect((await post('{"facts":[{}]}')).status).toBe(503);
  expect((await post(JSON.stringify(makeBatch()))).status).toBe(204);
});

test('the bundled collector starts as the page says', async () => {
  const code = bundled.replaceAll('./demo/', `${root}/demo/`).replace("'furrow.db'", "process.env.FACTS").replace('8100', 'Number(process.env.PORT)');
  const { post } = await run(code, '/collect');
  expect(await (await post(JSON.stringify(makeBatch()))).json()).toMatchObject({ ok: true, accepted: 4 });
});

test('the addresses on the page are those that there are', async () => {
  const ask = createCollector({ store: createStore(':memory:') });
  const addresses = [...doc.matchAll(/^\| `(GET|POST|OPTIONS) (\/[\w.]*)` \|/gm)].map(([, method = '', path = '']) => [method, path] as const);
  for (const [method, path] of addresses) {
    const response = await ask(new Request(`https://collector.test${path}`, { method }));
    expect([path, response.status]).toEqual([path, method === 'POST' ? 400 : method === 'OPTIONS' ? 204 : 200]);
    await response.body?.cancel();
  }
  const { detail } = await (await ask(new Request('https://collector.test/nowhere'))).json() as { detail: string };
  for (const path of detail.match(/\/\w+(\.\w+)?/g) ?? []) expect(addresses.map(([, known]) => known)).toContain(path);
});

test('the limits on the page are those that hold', () => {
  const limits = [...doc.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, name = '', value]) => [name, Number(value)]);
  expect(Object.fromEntries(limits)).toEqual(LIMITS);
});

/** Runs a program from the page in a process of its own. */
async function run(code: string, path = '/') {
  const folder = await mkdtemp(join(tmpdir(), 'furrow-'));
  const file = join(folder, 'facts.db');
  const port = await freePort();
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: join(root, 'demo'), stdio: 'inherit', env: { ...process.env, PORT: String(port), FACTS: file, SHOP: 'https://shop.test' } });
  const gone = new Promise((done) => child.once('exit', done));
  const kill = () => { child.kill('SIGKILL'); return gone; };
  ended.push(() => rm(folder, { recursive: true }), kill);
  const post = (body: string) => fetch(`http://localhost:${port}${path}`, { method: 'POST', body });
  await answering(port);
  return { post, kill, facts: () => { const store = openFacts(file); ended.push(store.close); return store.count(); } };
}

function openFacts(file: string) {
  const database = new Database(file);
  return { count: () => (database.prepare('SELECT count(*) AS n FROM facts').get([]) as { n: number }).n, close: () => database.close() };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

async function answering(port: number): Promise<void> {
  for (;;) {
    try {
      return void await fetch(`http://localhost:${port}/health`);
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}
