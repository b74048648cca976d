#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../findBrowser.mjs';
import { setUp } from '../setup.mjs';
import { help, readArguments } from './arguments.js';
import { contestants } from './contestants.js';

/** @typedef {import('./contest.js').Bench} Bench */

const root = join(import.meta.dirname, '../../..');
const asked = readArguments(process.argv.slice(2));

if ('wrong' in asked) {
  console.error(`${asked.wrong}\n\n${help}`);
  process.exitCode = 2;
} else if (asked.help) {
  console.log(help);
} else if (asked.report) {
  const { readFigures, writeReport } = await import('./write.js');
  writeReport(readFigures());
} else {
  setUp({ build: !asked.furrow });
  await measure(asked);
}

/** @param {{ runs: number, only: readonly string[], furrow: string | undefined, hot: string | undefined }} asked */
async function measure({ runs, only, furrow = join(root, 'dist'), hot }) {
  const { chromium } = await import('playwright');
  const { startServer } = await import('./server.js');
  const server = await startServer({ furrow });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const bench = { browser, server, tell: progress() };
  try {
    await (hot ? showHot(bench, hot, furrow) : contest(bench, { runs, only, browserName: `Chromium ${browser.version().split('.')[0]}` }));
  } finally {
    await browser.close();
    server.close();
  }
}

/** @param {Bench} bench @param {{ runs: number, only: readonly string[], browserName: string }} wanted */
async function contest(bench, { runs, only, browserName }) {
  const { holdContest, soak } = await import('./contest.js');
  const { reportOf } = await import('./report.js');
  const { writeFigures, writeReport } = await import('./write.js');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const chosen = contestants.filter(({ id }) => !only.length || only.includes(id));
  const held = await holdContest(bench, chosen, runs, version);
  const isFurrowIn = chosen.some(({ id }) => id === 'furrow');
  const soaked = isFurrowIn ? await soak(bench, contestants.filter(({ id }) => id === 'furrow' || id === 'empty').reverse()) : [];
  const results = { date: new Date().toISOString().slice(0, 10), machine: '2 shared cores', browser: browserName, runs, ...held, soak: soaked };
  if (!only.length) {
    writeFigures(results);
    writeReport(results);
  }
  console.log(reportOf(results).split('\n### Who was measured')[0]);
}

/** @param {Bench} bench @param {string} id @param {string} furrow */
async function showHot({ browser, server, tell }, id, furrow) {
  const { ELEMENTS } = await import('./contest.js');
  const { hotSpots } = await import('./hot.js');
  const { measureScript } = await import('./measure.js');
  for (const contestant of contestants.filter((each) => each.id === id)) {
    for (const elements of Object.values(ELEMENTS)) {
      tell(`${contestant.title}, ${elements} elements`, 0);
      const { startMs, playedMs, hot } = await measureScript(browser, { server, contestant, elements, rounds: 1 });
      console.log(`\n${elements} elements: start-up ${startMs.toFixed(1)} ms\n${hotSpots(hot.start, furrow)}\n\n${elements} elements: trace ${playedMs.toFixed(1)} ms\n${hotSpots(hot.played, furrow)}`);
    }
  }
}

/** One line that is written over where somebody watches, lines elsewhere. */
function progress() {
  const began = Date.now();
  /** @param {string} what @param {number} share How much of all is done. */
  return (what, share) => {
    const passed = (Date.now() - began) / 1000;
    const left = share ? `, about ${Math.ceil((passed / share - passed) / 60)} min left` : '';
    const text = `${passed.toFixed(0).padStart(4)} s  ${what}${left}`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  };
}
