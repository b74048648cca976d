import { SIGNALS } from './scenarios.js';

/** @import { Scenario, Told } from './types.ts' */

/** @typedef {'hit' | 'miss' | 'false alarm'} Verdict */

/**
 * What a contestant got right and wrong in one run: a verdict for each signal that was true or was told. A signal that says nothing
 * and was not there has none. A true signal may have two: in a strict scenario it can also be told of another element.
 * @param {Scenario} scenario
 * @param {readonly Told[]} told
 * @param {readonly string[]} [offers] Signals to judge; all without it.
 * @returns {{ signal: string, verdict: Verdict }[]}
 */
export function judge(scenario, told, offers = Object.keys(SIGNALS)) {
  return offers.flatMap((signal) => {
    const mine = told.filter((one) => one.signal === signal);
    const right = mine.filter(({ target }) => !scenario.strict || names(scenario, target) !== false);
    if (!scenario.truth.includes(signal)) return mine.length > 0 && !scenario.ok.includes(signal) ? [{ signal, verdict: /** @type {const} */ ('false alarm') }] : [];
    /** @type {{ signal: string, verdict: Verdict }[]} */
    const verdicts = [{ signal, verdict: right.length > 0 ? 'hit' : 'miss' }];
    return right.length < mine.length ? [...verdicts, { signal, verdict: 'false alarm' }] : verdicts;
  });
}

/**
 * Whether what was named is the element that the trouble is about; undefined where nothing is named that could be compared.
 * @param {Scenario} scenario
 * @param {string | undefined} target
 */
export function names({ target: meant = [] }, target) {
  const ids = [meant].flat().map((selector) => selector.split(' >> ').at(-1) ?? '');
  if (!target || ids.length === 0) return undefined;
  if (ids.some((id) => new RegExp(`${escape(id)}(?![\\w-])`).test(target))) return true;
  return /#[\w-]+$/.test(target) ? false : undefined;
}

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
