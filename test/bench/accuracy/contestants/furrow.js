import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SIGNALS } from '../scenarios.js';

/** @import { Contestant, Told } from '../types.ts' */
/** @typedef {{ name: string, strength: number, target?: string, t: number, evidence?: { dead?: boolean, blocked?: boolean, errors?: number } }} Hook */

/** A signal is told from this strength on. */
const TOLD_FROM = 0.5;
/** Signals that are a kind of another. @type {Readonly<Record<string, string>>} */
const KIND_OF = { 'blocked-action': 'dead-click', 'cta-hesitation': 'field-hesitation' };

/**
 * furrow, by the tag a site would use. A higher signal carries the lower ones as evidence: hammering a dead button is one rage-click that
 * says `dead`, so it counts for both. Told is told: taking a signal back later does not help.
 * @param {{ furrow: string }} where A built checkout.
 * @returns {Contestant<Hook>}
 */
export function create({ furrow }) {
  const dist = join(furrow, 'dist');
  const parts = readdirSync(dist).filter((file) => /^furrow\.?\w*\.js$/.test(file)).sort();
  const text = parts.map((part) => readFileSync(join(dist, part), 'utf8')).join('');
  const { version } = JSON.parse(readFileSync(join(furrow, 'package.json'), 'utf8'));
  return {
    label: 'furrow',
    version: `${version} (${createHash('sha256').update(text).digest('hex').slice(0, 7)})`,
    offers: Object.keys(SIGNALS),
    read: 'its own `signal` event, from strength 0.5 on; evidence `dead` or `blocked` counts as dead-click too, `errors` as error-click',
    settleMs: 4500,
    ready: 'window.furrowReady',
    script: () => `window.furrow||=Object.assign((...c)=>furrow.q.push(c),{q:[]});
furrow('on','consent',()=>{window.furrowReady=true});
furrow('on','signal',s=>BENCH.tell({name:s.name,strength:s.strength,evidence:s.evidence,target:s.target&&s.target.id?'#'+s.target.id:s.place,t:performance.timeOrigin+s.at}));
furrow('grant');
{const s=document.createElement('script');s.async=true;s.src=BENCH.collector+'/furrow/furrow.js';s.dataset.collect=BENCH.collector+'/collect';s.dataset.ask='manual';s.dataset.automated='allow';document.head.append(s)}`,
    laterBytes: Buffer.byteLength(text),
    respond({ url }) {
      const part = parts.find((name) => name === basename(new URL(url, 'http://furrow').pathname));
      return part === undefined ? undefined : { type: 'text/javascript', body: readFileSync(join(dist, part)) };
    },
    collect: ({ hooked }) => hooked.filter(({ strength }) => strength >= TOLD_FROM).flatMap(signalsOf),
  };
}

/** @param {Hook} told @returns {Told[]} */
function signalsOf({ name, target, t, evidence = {} }) {
  const also = [evidence.dead || evidence.blocked ? 'dead-click' : '', evidence.errors ? 'error-click' : ''].filter(Boolean);
  return [...new Set([KIND_OF[name] ?? name, ...also])].map((signal) => ({ signal, target, t }));
}
