import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cases, visit } from './cases.js';

/** @typedef {{ readonly id: string, readonly us: readonly number[], readonly codes: Readonly<Record<string, number>> }} Measured */
/** @typedef {{ readonly date: string, readonly machine: string, readonly node: string, readonly runs: number, readonly parseUs: readonly number[], readonly cases: readonly Measured[] }} Results */

/** Lived through before anything is measured, so that the engine has made up its mind. */
const WARM_UPS = 5;

/** Between two signals of a visit. */
const STEP_MS = 1000;

/** @param {number} runs @returns {Promise<Results>} */
export async function measure(runs) {
  const { createSubject } = await subject();
  const signals = visit();
  /** @type {number[]} */
  const parseUs = [];
  /** @type {Map<string, { us: number[], codes: Readonly<Record<string, number>> }>} */
  const measured = new Map(cases.map(({ id }) => [id, { us: [], codes: {} }]));
  for (let run = -WARM_UPS; run < runs; run++) {
    const parsed = parsing(signals);
    if (run >= 0) parseUs.push(parsed);
    for (const { id, file } of cases) {
      const { us, codes } = await live(createSubject(file), signals);
      const kept = measured.get(id);
      if (run < 0 || !kept) continue;
      kept.us.push(us);
      kept.codes = codes;
    }
  }
  return {
    date: new Date().toISOString().slice(0, 10), machine: '2 shared cores', node: process.version, runs, parseUs,
    cases: [...measured].map(([id, figures]) => ({ id, ...figures })),
  };
}

/**
 * One visit; the time of a signal is the mean over the visit.
 * @param {import('./subject').Subject} subject
 * @param {ReturnType<typeof visit>} signals
 */
async function live({ hear, pass, now, codes }, signals) {
  let took = 0;
  for (const signal of signals) {
    await pass(STEP_MS);
    const told = { ...signal, at: now() };
    const began = performance.now();
    hear(told);
    took += performance.now() - began;
  }
  return { us: micro(took / signals.length), codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** What it takes to read the same signals from JSON: so that figures of different machines can be compared. @param {ReturnType<typeof visit>} signals */
function parsing(signals) {
  const texts = signals.map((signal) => JSON.stringify({ ...signal, at: 0 }));
  const began = performance.now();
  for (const text of texts) JSON.parse(text);
  return micro((performance.now() - began) / texts.length);
}

/** @param {number} ms */
function micro(ms) {
  return Math.round(ms * 100_000) / 100;
}

/** The stages themselves, bundled as a page has them. @returns {Promise<typeof import('./subject')>} */
async function subject() {
  const { build } = await import(join(import.meta.dirname, '../node_modules/esbuild/lib/main.js'));
  const { outputFiles } = await build({ entryPoints: [join(import.meta.dirname, 'subject.ts')], bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'error' });
  const folder = mkdtempSync(join(tmpdir(), 'furrow-bench-'));
  try {
    const file = join(folder, 'subject.mjs');
    writeFileSync(file, outputFiles[0].text);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
