import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATES } from '../../src/decide/gates';
import type { Decision } from '../../src/types';
import { createRandom } from '../bench/speed/random.js';
import { live, type Life } from './visits/live';
import type { PageLoad } from './visits/pageLoad';

/** How many visits are lived; 10,000 in each test run. */
const VISITS = Number(process.env.FURROW_VISITS ?? 10_000);
const SHARDS = 10;

/** Every so many visits are lived once more, with somebody who asks all the time why. */
const AGAIN = 8;

const { now } = Date;

afterEach(() => {
  Date.now = now;
  vi.restoreAllMocks();
});

let random = createRandom(0);

beforeEach(() => {
  // keys of visits, so that each visit draws the same arms each time
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    if (bytes instanceof Uint8Array) bytes.forEach((_, index) => { bytes[index] = Math.floor(random() * 256); });
    return bytes;
  });
});

function again(number: number, onDecided?: Parameters<typeof live>[1]): Promise<Life> {
  random = createRandom(number);
  return live(number, onDecided);
}

/** What is wrong about a decision, whatever it is about. */
function oddities({ show, wouldShow, held, gate, code, because, score, reasons, againAt, at, channel }: Decision): readonly (string | false)[] {
  const order = held.map((each) => GATES.findIndex((question) => question.gate === each.gate));
  const isSilent = held.every((each) => each.code === 'held-out' || each.code === 'control' || each.because === 'status is watch');
  return [
    show === held.length > 0 && 'shows though something holds, or the other way round',
    wouldShow !== (held.length > 0 && isSilent) && 'would show though something else holds, or the other way round',
    (held[0]?.gate ?? 'show') !== gate && 'names another gate', (held[0]?.code ?? 'open') !== code && 'names another code',
    order.some((each, index) => each < (order[index - 1] ?? 0)) && 'asks out of order',
    new Set(held.map((each) => `${each.gate} ${each.code} ${each.because}`)).size < held.length && `says the same twice: ${held.map((each) => each.because).join(' | ')}`,
    (!because || held.some((each) => !each.because)) && 'says nothing',
    !(score.value >= 0 && score.value <= 100 && score.confidence >= 0 && score.confidence <= 1) && 'has an impossible score',
    reasons.length > 3 && 'gives too many reasons',
    (againAt ?? Infinity) <= at && 'looks again in the past', held.some((each) => (each.againAt ?? Infinity) <= at) && 'would look again in the past',
    show && channel === 'none' && 'shows nothing',
  ];
}

/** Whoever asks why is told what was decided. */
async function asksWhy(page: PageLoad, decided: readonly Decision[]): Promise<readonly string[]> {
  const { rules } = await page.running().explain();
  return rules.flatMap(({ rule, decision, gates }) => {
    const first = gates.find(({ mark }) => mark === '✗')?.gate ?? 'show';
    const was = decided.findLast((each) => each.rule === rule && each.at === page.now());
    return [
      first !== decision.gate ? `${rule} is explained by ${first}, decided by ${decision.gate}` : [],
      gates.length === GATES.length + 1 ? [] : `${gates.length} gates are explained`,
      (gates.at(-1)?.mark === '✓') === decision.show ? [] : `${rule} is explained as shown, or as not shown`,
      // help that is on its way, or was withheld, is in its own way
      was && !was.show && !was.wouldShow && was.code !== 'other-tab' && decided.every(({ show, wouldShow }) => !show && !wouldShow) && was.code !== decision.code ? `${rule} was decided by ${was.code}, and is explained by ${decision.code}` : [],
    ].flat();
  });
}

const told = ({ rule, stage, at, code, held, score, arm, channel }: Decision): string => [rule, stage, at, code, held.map((each) => `${each.code} ${each.againAt}`).join(), score.value, score.confidence, arm, channel].join(' ');

test.each(Array.from({ length: SHARDS }, (_, shard) => shard))('10,000 random visits, shard %i: nobody is helped where nobody should be', async (shard) => {
  const shown: string[] = [];
  const said: string[] = [];
  for (let number = shard; number < VISITS; number += SHARDS) {
    const life = await again(number);
    const odd = life.decisions.flatMap((decision) => oddities(decision).filter((each) => each !== false).map((each) => `${decision.at} ${decision.rule} ${each}`));
    const wrong = [...life.wrong, ...odd];
    if (!wrong.length && number % AGAIN === 0) {
      const asked = await again(number, asksWhy);
      wrong.push(...asked.wrong);
      // what is read after the clock was set back counts from then on
      const other = life.decisions.findIndex((decision, index) => told(decision) !== (asked.decisions[index] ? told(asked.decisions[index]) : ''));
      if (!life.wasSetBack && (other >= 0 || asked.decisions.length > life.decisions.length)) wrong.push(`asking why has changed what was decided: ${[life, asked].map(({ decisions }) => (decisions[other] ? told(decisions[other]) : 'nothing')).join(', then ')}`);
    }
    if (wrong.length) expect.fail(`visit ${number}:\n${[...wrong, '', ...life.diary].join('\n')}`);
    // what is weakly held is let go of between tasks, and a visit lives in one
    await new Promise((resolve) => { setImmediate(resolve); });
    shown.push(...life.shown);
    said.push(...life.said);
  }
  // what is never shown is never shown wrongly
  expect(shown.length).toBeGreaterThan(VISITS / SHARDS / 4);
  expect(shown.filter((each) => !each.endsWith(' 0')).length).toBeGreaterThan(VISITS / SHARDS / 100);
  for (const [kind, least] of [['known', 100], ['works', 1000], ['helpful', 100]] as const) expect(said.filter((each) => each === kind).length, kind).toBeGreaterThan(VISITS / SHARDS / least);
}, 180_000);
