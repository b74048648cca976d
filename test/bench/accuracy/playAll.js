import { openCache } from './cache.js';
import { judge } from './judge.js';
import { createProgress } from './progress.js';
import { sleep } from './sleep.js';
import { openStage } from './stage.js';

/** @import { Contestant, Result, Scenario } from './types.ts' */
/** @typedef {{ name: string, contestant: Contestant, bytes: number, results: Map<string, Result> }} Played */
/** @typedef {{ one: Played, scenario: Scenario }} Job */

/** A shake needs every frame: such runs come last, few at a time. */
const DELICATE_JOBS = 2;
/** Workers do not begin together, so that their pages do not load together. */
const STAGGER_MS = 200;

/**
 * The contest: every contestant against its scenarios.
 * @param {{ only: readonly string[], scenariosOf: (name: string) => readonly Scenario[], jobs: number, resume: boolean, verbose: boolean, furrow: string }} asked
 * @returns {Promise<{ chromium: string, contestants: readonly Played[] }>}
 */
export async function playAll({ only, scenariosOf, jobs, resume, verbose, furrow }) {
  const contestants = await load(only, furrow);
  const stage = await openStage(contestants);
  const played = [...contestants].map(([name, contestant]) => ({ name, contestant, bytes: stage.bytesOf(name), results: new Map() }));
  const caches = new Map(played.map((one) => [one, openCache(one.name, one.contestant, { resume })]));
  const todo = played.flatMap((one) => scenariosOf(one.name).filter((scenario) => !takeOver(one, scenario)).map((scenario) => ({ one, scenario })));
  const progress = createProgress(todo.length);
  const workers = Array.from({ length: jobs }, stage.createWorker);

  await share(todo.filter((job) => !isDelicate(job)), workers);
  await share(todo.filter(isDelicate), workers.slice(0, DELICATE_JOBS));
  await stage.close();
  return { chromium: stage.chromium, contestants: played };

  /** True where the result is known from before. @param {Played} one @param {Scenario} scenario */
  function takeOver(one, scenario) {
    const result = caches.get(one)?.get(scenario);
    if (result) one.results.set(scenario.id, result);
    return result !== undefined;
  }

  /** @param {Job[]} queue @param {readonly ReturnType<typeof stage.createWorker>[]} hands */
  async function share(queue, hands) {
    await Promise.all(hands.map(async (worker, index) => {
      await sleep(index * STAGGER_MS);
      for (let job = queue.shift(); job; job = queue.shift()) note(job, await worker.play(job.one.name, job.one.contestant, job.scenario));
    }));
  }

  /** @param {Job} job @param {Result} result */
  function note({ one, scenario }, result) {
    one.results.set(scenario.id, result);
    if (result.spoiled === undefined) caches.get(one)?.keep(scenario, result);
    progress.step(verbose || result.spoiled !== undefined ? lines(one, scenario, result) : []);
  }
}

/**
 * @param {readonly string[]} names
 * @param {string} furrow
 * @returns {Promise<ReadonlyMap<string, Contestant>>}
 */
async function load(names, furrow) {
  const modules = await Promise.all(names.map((name) => import(`./contestants/${name}.js`)));
  return new Map(names.map((name, index) => [name, modules[index].create({ furrow })]));
}

/** @param {Job} job */
const isDelicate = ({ scenario }) => scenario.steps.some((step) => 'shake' in step || 'path' in step);

/** What is worth saying of a run. @param {Played} one @param {Scenario} scenario @param {Result} result */
function lines({ name, contestant }, scenario, { spoiled, told }) {
  const wrong = judge(scenario, told, contestant.offers).filter(({ verdict }) => verdict !== 'hit').map(({ signal, verdict }) => `${verdict} ${signal}`);
  return [`${name} ${scenario.id}: ${spoiled ?? (wrong.join(', ') || 'right')}`, ...told.map((one) => `    ${JSON.stringify(one)}`)];
}
