import { readFileSync } from 'node:fs';
import { SIGNALS, contest, scored } from '../scenarios.js';

/** @import { Contestant, Result, Scenario, Told } from '../types.ts' */

/**
 * What docs/benchmarks/accuracy.json says of one contestant. `told` has for each scenario that was played the signals that were told, in one
 * line; after an @ the element, where the scenario asks for it.
 * @typedef {{ name: string, label: string, version: string, offers: readonly string[], read: string, bytes: number, chromium: string, date: string, told: Readonly<Record<string, string>> }} Entry
 */

/**
 * @param {{ name: string, contestant: Contestant, bytes: number, results: ReadonlyMap<string, Result> }} played
 * @param {{ chromium: string, date: string }} when
 * @returns {Entry}
 */
export function entryOf({ name, contestant: { label, version, offers, read }, bytes, results }, when) {
  const valid = scored.filter(({ id }) => results.has(id) && results.get(id)?.spoiled === undefined);
  const told = Object.fromEntries(valid.map((scenario) => [scenario.id, line(scenario, results.get(scenario.id)?.told ?? [])]));
  return { name, label, version, offers, read, bytes, ...when, told };
}

/** @param {Scenario} scenario @param {readonly Told[]} told */
function line({ strict }, told) {
  const known = told.filter(({ signal }) => signal in SIGNALS);
  return [...new Set(known.map(({ signal, target }) => (strict && target ? `${signal}@${target.replaceAll(' ', '')}` : signal)))].sort().join(' ');
}

/**
 * The runs of an entry whose scenario still is one that counts.
 * @param {Entry} entry
 * @returns {{ scenario: Scenario, told: readonly Told[] }[]}
 */
export function runsOf({ told }) {
  return scored.filter(({ id }) => id in told).map((scenario) => ({ scenario, told: words(told[scenario.id]).map(toldOf) }));
}

/** Those of the runs that everybody has. @param {Entry} entry */
export const contestRunsOf = (entry) => runsOf(entry).filter(({ scenario }) => contest.includes(scenario));

/** @param {string} word @returns {Told} */
function toldOf(word) {
  const [signal = '', target] = word.split('@');
  return { signal, target };
}

/** @param {string} [text] */
const words = (text = '') => text.split(' ').filter(Boolean);

/** @param {string} file @returns {Entry[]} */
export function readEntries(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).contestants;
  } catch {
    return []; // nothing has been played yet
  }
}

/** A line for each contestant, so that a change can be read. @param {readonly Entry[]} entries */
export function toJson(entries) {
  return `{ "contestants": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n] }\n`;
}
