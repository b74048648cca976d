import { createRandom, seedOf } from '../random.js';
import { keyboardVerbs } from './keyboard.js';
import { mouseVerbs } from './mouse.js';
import { createPointer } from './pointer.js';
import { createRhythm } from './rhythm.js';
import { sleep } from '../sleep.js';
import { touchVerbs } from './touch.js';
import { visitVerbs } from './visit.js';

/** @import { Page } from 'playwright' */
/** @import { Scenario, Step } from '../types.ts' */

/**
 * What the verbs work with: the page, chance, the beat, the mouse, and how input is sent.
 * @typedef {{ page: Page, random: () => number, rhythm: ReturnType<typeof createRhythm>, pointer: ReturnType<typeof createPointer>, send: (input: Promise<unknown>) => void }} Tools
 */

/**
 * Somebody at the page: does the steps of a scenario with real input and a hand's timing.
 * @param {Page} page
 * @param {Scenario} scenario
 */
export function createActor(page, scenario) {
  const random = createRandom(seedOf(scenario.id));
  const rhythm = createRhythm();
  /** Input is sent on time, not when the page has digested the one before: like a hand. @type {Promise<unknown>[]} */
  const underWay = [];
  /** @param {Promise<unknown>} input */
  const send = (input) => void underWay.push(input.catch(forgiveEnd));
  const arrived = async () => void (await Promise.all(underWay.splice(0)));
  const pointer = createPointer({ page, random, send, arrived, rhythm, touch: scenario.screen === 'touch' });
  const tools = { page, random, rhythm, send, pointer };
  /** @type {Record<string, (what: any, how: any) => Promise<unknown> | void>} */
  const verbs = { wait: sleep, ...mouseVerbs(tools), ...touchVerbs(tools), ...keyboardVerbs(tools), ...visitVerbs(tools) };

  return {
    pointer,
    spoiled: rhythm.spoiled,
    /** @param {readonly Step[]} steps */
    async act(steps) {
      for (const step of steps) {
        const verb = Object.keys(step).find((word) => word in verbs);
        if (verb === undefined) throw new Error(`nobody knows how to do ${JSON.stringify(step)}`);
        await verbs[verb]?.(step[verb], step);
        await arrived();
      }
    },
  };
}

/** A click may close or leave the page that it was sent to. @param {unknown} error */
function forgiveEnd(error) {
  if (!/closed|destroyed|navigat|detached/i.test(String(error))) throw error;
}
