import { faults, isBroken, onFaults } from './faults.js';
import { furrow } from './furrow.js';
import { stored } from './stored.js';

/** The faults that the shop says it knows of. */
const known = stored('known', /** @type {readonly string[]} */ ([]));

export const onKnown = known.on;

/** @param {string} id */
export const isKnown = (id) => known.read().includes(id);

/** @param {string} id @param {boolean} knows */
export const setKnown = (id, knows) => known.write([...known.read().filter((each) => each !== id), ...(knows ? [id] : [])]);

/** Tells furrow which faults are known, as a site's status page would: whoever meets one is not offered help but told the truth, and told again when it works. */
export function tellIncidents() {
  /** @type {Set<string>} */
  const told = new Set();

  function tell() {
    for (const { id, place } of faults) {
      const isOn = place !== undefined && isKnown(id) && isBroken(id);
      if (place === undefined || isOn === told.has(id)) continue;
      furrow('incident', { id, places: [place], over: !isOn });
      if (isOn) told.add(id);
      else told.delete(id);
    }
  }

  onKnown(tell);
  onFaults(tell);
}
