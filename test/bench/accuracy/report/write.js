import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAMES } from '../arguments.js';
import { judge } from '../judge.js';
import { count, precision, recall } from '../score.js';
import { entryOf, readEntries, toJson } from './data.js';
import { errors } from './errors.js';
import { report } from './tables.js';

/** @import { Played } from '../playAll.js' */
/** @import { Scenario } from '../types.ts' */

const docs = join(import.meta.dirname, '../../../../docs');
const page = join(docs, 'benchmarks.md');
const raw = join(docs, 'benchmarks/accuracy.json');
const OPEN = '<!-- accuracy -->';
const CLOSE = '<!-- /accuracy -->';

/**
 * Writes what was found to docs/benchmarks/accuracy.json, and the tables from there. Who did not take part keeps what was found earlier.
 * @param {{ chromium: string, contestants: readonly Played[] }} [played]
 */
export function writeReport(played = { chromium: '', contestants: [] }) {
  const date = new Date().toISOString().slice(0, 10);
  const fresh = played.contestants.map((one) => entryOf(one, { chromium: played.chromium, date }));
  const kept = readEntries(raw).filter(({ name }) => !fresh.some((entry) => entry.name === name));
  const entries = [...fresh, ...kept].sort((one, other) => rank(one.name) - rank(other.name));
  mkdirSync(join(docs, 'benchmarks'), { recursive: true });
  if (fresh.length > 0) writeFileSync(raw, toJson(entries));
  writeFileSync(join(docs, 'benchmarks/accuracy-errors.md'), errors(entries));
  writeFileSync(page, between(readFileSync(page, 'utf8'), report(entries)));
  console.log(`\n${report(entries)}\n\nWritten to docs/benchmarks.md, docs/benchmarks/accuracy.json and docs/benchmarks/accuracy-errors.md.`);
  for (const { name, results } of played.contestants) sayShort(name, results);
}

/** Says what a part of the scenarios gave. @param {{ contestants: readonly Played[] }} played @param {readonly Scenario[]} scenarios */
export function printSelection({ contestants }, scenarios) {
  for (const { name, contestant, results } of contestants) {
    const runs = scenarios.flatMap((scenario) => {
      const result = results.get(scenario.id);
      return result && result.spoiled === undefined ? [{ scenario, told: result.told }] : [];
    });
    const counts = count(runs, contestant.offers);
    console.log(`\n${contestant.label} ${contestant.version}: ${runs.length} scenarios; precision ${precision(counts)?.toFixed(2) ?? '–'}, recall ${recall(counts)?.toFixed(2) ?? '–'}`);
    for (const { scenario, told } of runs) {
      const wrong = judge(scenario, told, contestant.offers).filter(({ verdict }) => verdict !== 'hit');
      if (wrong.length > 0) console.log(`  ${scenario.id}: ${wrong.map(({ signal, verdict }) => `${verdict} ${signal}`).join(', ')}`);
    }
    sayShort(name, results);
  }
}

/** @param {string} name @param {Played['results']} results */
function sayShort(name, results) {
  const spoiled = [...results].filter(([, { spoiled }]) => spoiled !== undefined);
  if (spoiled.length > 0) console.log(`\n${name}: ${spoiled.length} runs could not be played as written; --resume plays them again: ${spoiled.map(([id]) => id).join(', ')}`);
}

/** @param {string} text @param {string} tables */
function between(text, tables) {
  const [before = '', rest = ''] = text.split(OPEN);
  const [, after = ''] = rest.split(CLOSE);
  return `${before}${OPEN}\n\n${tables}\n\n${CLOSE}${after}`;
}

/** @param {string} name */
const rank = (name) => NAMES.findIndex((known) => known === name);
