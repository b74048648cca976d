import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCollector } from '../../demo/collector/handle.js';
import { serve } from '../../demo/collector/serve.js';
import { createStore } from '../../demo/collector/store.js';
import { makeBatch } from '../support/batch';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function setup(file = ':memory:') {
  const store = createStore(file);
  const server = await serve(createCollector({ store }), { port: 0 });
  open.push(store.close, server.close);
  return { store, url: server.url, close: server.close, post: (body: object) => fetch(`${server.url}/collect`, { method: 'POST', body: JSON.stringify(body) }) };
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'furrow-'));
  open.push(() => rm(made, { recursive: true }));
  return made;
}

test('a batch goes over the wire and is there', async () => {
  const { post, store } = await setup();
  const batch = makeBatch();

  expect(await (await post(batch)).json()).toMatchObject({ ok: true, accepted: 4 });
  expect(store.facts({}).map(({ id }) => id).toReversed()).toEqual(batch.facts.map(({ id }) => id));
});

test('a collector that is killed right after an answer has lost nothing', async () => {
  const file = join(await folder(), 'furrow.db');
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { url, child } = await startProcess(file);
    for (let n = 0; n < 5; n++) {
      const batch = makeBatch();
      await fetch(`${url}/collect`, { method: 'POST', body: JSON.stringify(batch) });
      acknowledged.push(...batch.facts.map(({ id }) => id));
    }
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }

  const store = createStore(file);
  open.push(store.close);
  expect(store.facts({ limit: 1000, oldestFirst: true }).map(({ id }) => id)).toEqual(acknowledged);
});

test('a file of a newer collector is not touched', async () => {
  const file = join(await folder(), 'furrow.db');
  createStore(file).close();
  const { default: Database } = await import('libsql');
  const database = new Database(file);
  database.exec('PRAGMA user_version = 99');
  database.close();

  expect(() => createStore(file)).toThrow('was written by a newer collector (version 99');
});

test('closing finishes what is being answered, and ends the feeds', async () => {
  const { url, close, post, store } = await setup();
  const feed = (await fetch(`${url}/live`)).body?.getReader();
  await feed?.read();
  const answers = Array.from({ length: 10 }, () => post(makeBatch()));
  await Promise.race(answers);
  await close();
  const answered = (await Promise.allSettled(answers)).filter(({ status }) => status === 'fulfilled').length;

  expect(store.summary({ k: 1 }).batches).toBeGreaterThanOrEqual(answered);
  expect(answered).toBeGreaterThan(0);
  let said = 0;
  while (!(await feed?.read())?.done) said++;
  expect(said).toBeLessThanOrEqual(10);
});

test('a sender that sends too much can read why', async () => {
  const { url } = await setup();
  const status = await new Promise((resolve, reject) => {
    const sending = request(`${url}/collect`, { method: 'POST' }, (response) => resolve(response.statusCode));
    sending.on('error', reject);
    for (let n = 0; n < 10; n++) sending.write(Buffer.alloc(65_536, 0x20));
    sending.end();
  });
  expect(status).toBe(413);
});

test.each(['//evil.test/collect', '/%', '/..%2f', '*', 'http://evil.test/health'])('a strange request for %s harms nobody', async (path) => {
  const { url } = await setup();
  const { port } = new URL(url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${'%'.repeat(3)}\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (part) => { text += String(part); }).on('close', () => resolve(text)).on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 (40[04]|200)/);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('a taken port is said so', async () => {
  const { url } = await setup();
  await expect(serve(() => Promise.resolve(new Response()), { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

/** A collector in a process of its own, so that it can be killed. */
async function startProcess(file: string): Promise<{ url: string; child: ChildProcess }> {
  const from = (name: string) => JSON.stringify(new URL(`../../demo/collector/${name}.js`, import.meta.url).href);
  const code = `
    import { createCollector } from ${from('handle')};
    import { serve } from ${from('serve')};
    import { createStore } from ${from('store')};
    console.log((await serve(createCollector({ store: createStore(${JSON.stringify(file)}) }), { port: 0 })).url);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  open.push(() => child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (line) => resolve(String(line).trim())));
  return { url, child };
}
