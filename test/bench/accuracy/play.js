import { createActor } from './actor/actor.js';
import { sleep } from './sleep.js';

/** @import { Page } from 'playwright' */
/** @import { Contestant, Result, Scenario } from './types.ts' */
/** @import { Heard } from './collector.js' */

/** A contestant may look at the page this long before anybody comes; most take their time after loading. */
const WARM_UP_MS = 500;
/** And then the page and the contestant may forget the set-up. */
const FORGET_MS = 900;
/** What a page tells while it is left still has to arrive. */
const UNLOAD_MS = 300;
/** Told this long before the first step at most, it still is about the visit: clocks of page and runner differ. */
const CLOCK_MS = 300;

/**
 * Plays one scenario against one contestant, in a page of its own origin: storage, process and all begin anew.
 * @param {Page} page
 * @param {{ scenario: Scenario, contestant: Contestant, origin: string, heard: Heard }} run
 * @returns {Promise<Result>}
 */
export async function play(page, { scenario, contestant, origin, heard }) {
  if (scenario.before) {
    await page.goto(origin + scenario.before, { waitUntil: 'load' });
    await sleep(WARM_UP_MS);
  }
  await page.goto(`${origin}${scenario.page}${scenario.query ? `?${scenario.query}` : ''}`, { waitUntil: 'load' });
  // a page that is a window has the shop in it
  await (page.frame('stage') ?? page).waitForFunction(contestant.ready, null, { timeout: 8000, polling: 50 });
  await sleep(WARM_UP_MS);
  const actor = createActor(page, scenario);
  const view = scenario.view ?? firstTarget(scenario);
  if (view !== undefined) await actor.pointer.locate(view).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  if (scenario.screen !== 'touch') await page.mouse.move(...actor.pointer.where());
  await sleep(FORGET_MS);

  const began = Date.now();
  await actor.act(scenario.steps);
  const ended = Date.now();
  await sleep(contestant.settleMs);
  if (!page.isClosed()) {
    await contestant.flush?.(page).catch(() => {});
    await page.goto('about:blank', { waitUntil: 'commit' }).catch(() => {});
  }
  await sleep(UNLOAD_MS);

  const told = contestant.collect(heard).filter(({ t }) => t === undefined || t >= began - CLOCK_MS);
  return { told, spoiled: actor.spoiled(), ms: ended - began };
}

/** What the first step is about, where it is about an element. @param {Scenario} scenario */
function firstTarget({ steps }) {
  const [what] = Object.values(steps[0] ?? {}).flat();
  return typeof what === 'string' && /^[#.\[]/.test(what) ? what : undefined;
}
