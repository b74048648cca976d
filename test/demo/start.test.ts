import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const COMMAND = 'demo/start.mjs';

const batch = {
  v: 1,
  id: '7d3c1a52-0b0e-4f6e-9a57-6f0f1f1c2a11',
  visit: '0b9b8c52-3f0e-4a35-8f43-5a1b6f2d9c22',
  sdk: 'furrow/0.1.0',
  purposes: ['notice', 'help'],
  facts: [{ id: '3f0c6f0e-5f5c-4f4b-8a39-0c3b2c1d4e33', at: 1_795_210_000_000, route: '/product/:id', kind: 'nudge', rule: 'reserve-is-dead', place: 'reserve', template: 'tooltip' }],
  dropped: 0,
};

const running = new Set<ReturnType<typeof spawn>>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

test('someone who asks for help reads what the command can do', async () => {
  const { said, code } = await run('--help').ended;

  expect(said).toContain('--port N');
  expect(said).toContain('--data FILE');
  expect(code).toBe(0);
});

test('an option that does not exist is named, and nothing starts', async () => {
  const { complained, code } = await run('--prot', '8040').ended;

  expect(complained).toContain('--prot');
  expect(complained).toContain('--port N');
  expect(code).toBe(2);
});

test('a port that is no port is answered with what one is', async () => {
  const { complained, code } = await run('--port', 'eighty').ended;

  expect(complained).toContain('“eighty” is not a port');
  expect(code).toBe(2);
});

test('a taken port is told in one line, with another to try', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;

  const { complained, code } = await run('--port', String(port), '--data', ':memory:').ended;
  other.close();

  expect(complained).toMatch(new RegExp(`^Port ${port} is taken\\. Try: npm run demo -- --port \\d+\\n$`));
  expect(code).toBe(1);
});

test('the shop, the collector and the live page answer where the command says', async () => {
  const { shop, live, stop } = await started(':memory:');

  expect(await (await fetch(shop)).text()).toContain(`data-collect="${live}collect"`);
  expect(await (await fetch(live)).text()).toContain('What arrived');
  expect((await fetch(`${shop}nowhere`)).status).toBe(404);
  await stop();
});

test('no path leads out of the shop’s own files', async () => {
  const { shop, stop } = await started(':memory:');

  for (const path of ['..%2f..%2f..%2fpackage.json', 'furrow/..%2f..%2fpackage.json', '%2e%2e/%2e%2e/pages.js', 'furrow/%00.js', '%', '..%5c..%5cpackage.json']) {
    const answer = await fetch(shop + path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).not.toContain('"name": "furrow"');
  }
  await stop();
});

test('the coupon fails when it is meant to, and only then', async () => {
  const { shop, stop } = await started(':memory:');

  expect((await fetch(`${shop}api/coupon?broken`, { method: 'POST' })).status).toBe(500);
  expect((await fetch(`${shop}api/coupon`, { method: 'POST' })).status).toBe(200);
  await stop();
});

test('what was acknowledged before Ctrl-C is there after it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'furrow-'));
  const data = join(folder, 'furrow.db');

  const first = await started(data);
  const answer = await fetch(`${first.live}collect`, { method: 'POST', body: JSON.stringify(batch), headers: { origin: new URL(first.shop).origin } });
  expect(await answer.json()).toMatchObject({ ok: true, accepted: 1 });
  const { said, code } = await first.stop();

  const second = await started(data);
  const { facts } = await (await fetch(`${second.live}facts`)).json() as { facts: readonly { id: string }[] };
  await second.stop();
  await rm(folder, { recursive: true });

  expect(said).toContain('Stopped.');
  expect(code).toBe(0);
  expect(facts.map(({ id }) => id)).toEqual([batch.facts[0]?.id]);
});

/** The demo on any free ports, and the way to press Ctrl-C. */
async function started(data: string): Promise<{ shop: string; live: string; stop: () => Promise<Ended> }> {
  const { child, ended, said } = run('--port', '0', '--data', data);
  const words = await Promise.race([
    new Promise<string>((resolve) => child.stdout?.on('data', () => said().includes('Ctrl-C') && resolve(said()))),
    ended.then(({ complained }) => Promise.reject(new Error(complained))),
  ]);
  const address = (name: string): string => new RegExp(`${name} +(\\S+)`).exec(words)?.[1] ?? '';
  return {
    shop: address('shop'),
    live: address('live page'),
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

interface Ended {
  readonly said: string;
  readonly complained: string;
  readonly code: number | null;
}

function run(...words: readonly string[]): { child: ReturnType<typeof spawn>; said: () => string; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [COMMAND, ...words]);
  running.add(child);
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (complained += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ said, complained, code })));
  return { child, said: () => said, ended };
}
