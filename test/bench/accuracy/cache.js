import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Contestant, Result, Scenario } from './types.ts' */

const folder = join(import.meta.dirname, '../../../test-results/bench-accuracy');
const pages = join(import.meta.dirname, 'page');

/**
 * What earlier runs of one contestant found. A result is good as long as the contestant, the shop and what is done there are the same;
 * labels may change.
 * @param {string} name
 * @param {Contestant} contestant
 * @param {{ resume: boolean }} how
 */
export function openCache(name, { version }, { resume }) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.jsonl`);
  if (!resume) rmSync(file, { force: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
  /** @type {Map<string, Result>} */
  const known = new Map(lines.map((line) => JSON.parse(line)).map(({ key, result }) => [key, result]));
  const shop = hash(readdirSync(pages).sort().map((page) => readFileSync(join(pages, page), 'base64')));
  const keyOf = (/** @type {Scenario} */ { page, steps, screen, query, before, view, id }) => hash([version, shop, id, page, steps, screen, query, before, view]);

  return {
    /** @param {Scenario} scenario */
    get: (scenario) => known.get(keyOf(scenario)),
    /** @param {Scenario} scenario @param {Result} result */
    keep: (scenario, result) => appendFileSync(file, `${JSON.stringify({ key: keyOf(scenario), result })}\n`),
  };
}

/** @param {unknown} value */
function hash(value) {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 20);
}
