import { createBrowserOf, createWorker } from './worker.js';
import { openCache } from './cache.js';
import { openCollector } from './collector.js';
import { createProgress } from './progress.js';
import { judge } from './judge.js';
import { openSite } from './site.js';
import { sleep } from './sleep.js';

/** @import { Contestant, Result, Scenario } from './types.ts' */
/** @typedef {{ name: string, contestant: Contestant, bytes: number, results: Map<string, Result> }} Played */
/** @typedef {{ name: string, contestant: Contestant, scenario: Scenario }} Job */

/** A shake needs every frame: such runs come last, few at a time. */
const DELICATE_JOBS = 2;
/** Workers do not begin together, so that their pages do not load together. */
const STAGGER_MS = 200;

/**
 * The contest: every scenario against every contestant.
 * @param {{ only: readonly string[], scenarios: readonly Scenario[], jobs: number, resume: boolean, verbose: boolean, furrow: string }} asked
 * @returns {Promise<{ chromium: string, contestants: readonly Played[] }>}
 */
export async function playAll({ only, scenarios, jobs, resume, verbose, furrow }) {
  /** @type {Map<string, Contestant>} */
  const contestants = new Map();
  for (const name of only) contestants.set(name, (await import(`./contestants/${name}.js`)).create({ furrow }));
  const scripts = new Map([...contestants].map(([name, contestant]) => [name, Promise.resolve(contestant.script())]));
  const collector = await openCollector({ scriptOf: async (name) => (await scripts.get(name)) ?? '', respond: (name, request) => contestants.get(name)?.respond?.(request) });
  const site = await openSite((name, run) => tag(collector.urlOf, name, run));
  const browserOf = createBrowserOf();
  const chromium = (await browserOf()).version();

  /** @type {Played[]} */
  const played = [];
  for (const [name, contestant] of contestants) played.push({ name, contestant, bytes: Buffer.byteLength((await scripts.get(name)) ?? ''), results: new Map() });
  const caches = new Map([...contestants].map(([name, contestant]) => [name, openCache(name, contestant, { resume })]));
  const todo = played.flatMap((one) => scenarios.filter((scenario) => !known(one, scenario)).map((scenario) => ({ name: one.name, contestant: one.contestant, scenario })));
  const progress = createProgress(todo.length);
  const workers = Array.from({ length: jobs }, () => createWorker({ collector, sitePort: site.port, browserOf }));

  await share(todo.filter((job) => !isDelicate(job)), workers);
  await share(todo.filter(isDelicate), workers.slice(0, DELICATE_JOBS));
  await (await browserOf()).close();
  site.close();
  collector.close();
  return { chromium, contestants: played };

  /** Takes over what is known. @param {Played} one @param {Scenario} scenario */
  function known({ name, results }, scenario) {
    const result = caches.get(name)?.get(scenario);
    if (result) results.set(scenario.id, result);
    return result !== undefined;
  }

  /** @param {Job[]} queue @param {ReturnType<typeof createWorker>[]} hands */
  async function share(queue, hands) {
    await Promise.all(hands.map(async (worker, index) => {
      await sleep(index * STAGGER_MS);
      for (let job = queue.shift(); job; job = queue.shift()) note(job, await worker.play(job.name, job.contestant, job.scenario));
    }));
  }

  /** @param {Job} job @param {Result} result */
  function note({ name, contestant, scenario }, result) {
    played.find((one) => one.name === name)?.results.set(scenario.id, result);
    if (result.spoiled === undefined) caches.get(name)?.keep(scenario, result);
    const wrong = judge(scenario, result.told, contestant.offers).filter(({ verdict }) => verdict !== 'hit');
    progress.step(verbose || result.spoiled !== undefined ? [
      `${name} ${scenario.id}: ${result.spoiled ?? (wrong.map(({ signal, verdict }) => `${verdict} ${signal}`).join(', ') || 'right')}`,
      ...result.told.map((told) => `    ${JSON.stringify(told)}`),
    ] : []);
  }
}

/** @param {Job} job */
const isDelicate = ({ scenario }) => scenario.steps.some((step) => 'shake' in step || 'path' in step);

/** What stands in the head of a page: the way to the runner, and the contestant. @param {(run: string) => string} urlOf @param {string} name @param {string} run */
function tag(urlOf, name, run) {
  return `<script>window.BENCH={collector:${JSON.stringify(urlOf(run))},tell:told=>window.benchTell&&window.benchTell({...told,run:${JSON.stringify(run)}})}</script>
<script src="${urlOf('sdk')}/sdk/${name}.js"></script>`;
}
