import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findWebKit } from '../findBrowser.mjs';

/** One command of the WebDriver protocol to an open window of WebKitGTK. */
export type Command = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;

export interface WebKit {
  /** A window with a profile of its own, open until the task is done. */
  session(task: (command: Command) => Promise<void>): Promise<void>;
  close(): void;
}

/** Starting takes a second; on a busy machine ten. */
const START_MS = 20_000;
const ASK_AGAIN_MS = 50;

/** Starts WebKitGTK's own driver on a screen that nobody sees. The protocol is so small that a library would only add to what is installed. */
export async function startWebKit(): Promise<WebKit> {
  const found = findWebKit();
  if (!found) throw new Error('WebKitGTK is not installed');
  const screen = spawn(found.screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const display = await firstLineOf(screen);
  const port = await freePort();
  const server = spawn(found.driver, ['--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${display}` } });
  const ask = (method: string, path: string, body?: object): Promise<unknown> => send(method, `http://127.0.0.1:${port}${path}`, body);
  await isReady(ask);
  return {
    async session(task) {
      const alwaysMatch = { 'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] } };
      const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch } }) as { sessionId: string };
      try {
        await task(async <T>(method: string, path: string, body?: object) => await ask(method, `/session/${sessionId}${path}`, body) as T);
      } finally {
        await ask('DELETE', `/session/${sessionId}`);
      }
    },
    close() {
      server.kill();
      screen.kill();
    },
  };
}

async function send(method: string, url: string, body: object = {}): Promise<unknown> {
  const answer = await fetch(url, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) });
  const { value } = await answer.json() as { value: { message?: string } | null };
  if (!answer.ok) throw new Error(`${method} ${url}: ${value?.message ?? answer.status}`);
  return value;
}

async function isReady(ask: (method: string, path: string) => Promise<unknown>): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      return void await ask('GET', '/status');
    } catch (cause) {
      if (Date.now() > until) throw cause;
      await wait(ASK_AGAIN_MS);
    }
  }
}

function firstLineOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    stdout?.once('close', () => reject(new Error('Xvfb did not start')));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
