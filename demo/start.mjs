#!/usr/bin/env node
import { help, readArguments } from './arguments.js';

const asked = readArguments(process.argv.slice(2));

if ('wrong' in asked) {
  console.error(`${asked.wrong}\n\n${help}`);
  process.exitCode = 2;
} else if (asked.help) {
  console.log(help);
} else {
  await start(asked);
}

/** @param {{ port: number, data: string }} setting */
async function start(setting) {
  try {
    const { startDemo } = await import('./demo.js');
    const demo = await startDemo(setting);
    console.log(greeting(demo));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop(demo));
  } catch (error) {
    console.error(reason(error));
    process.exitCode = 1;
  }
}

/** @param {{ close(): Promise<void> }} demo */
async function stop(demo) {
  await demo.close();
  console.log('Stopped. Every fact that was acknowledged is kept.');
  process.exit(0);
}

/** @param {{ shopUrl: string, collectorUrl: string, liveUrl: string }} demo */
function greeting({ shopUrl, collectorUrl, liveUrl }) {
  return `
  furrow demo

  shop        ${shopUrl}
  live page   ${liveUrl}
  collector   ${collectorUrl}/collect

  Open the shop, press “Allow”, then press “Reserve in store” on any product a few times.
  The corner panel lists more to try. Ctrl-C stops.
`;
}

/** @param {unknown} error */
function reason(error) {
  const { code, port, message } = /** @type {NodeJS.ErrnoException & { port?: number }} */ (error);
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Try: npm run demo -- --port ${(port ?? 0) + 10 - ((port ?? 0) % 10)}`;
  if (code === 'EACCES') return `Port ${port} needs more rights than you have. Try: npm run demo -- --port 8050`;
  return `The demo could not start: ${message}`;
}
