/**
 * @import { AppSignal, AttributeValue, ChatAdapter, Events, Furrow, Incident } from '../../../src/types'
 * @typedef {{
 *   <K extends keyof Events>(verb: 'on', type: K, listener: (event: Events[K]) => void): unknown;
 *   (verb: 'use', adapter: ChatAdapter): unknown;
 *   (verb: 'setAttributes', attributes: Readonly<Record<string, AttributeValue>>): unknown;
 *   (verb: 'incident', incident: Incident): unknown;
 *   (verb: 'signal', name: AppSignal, detail?: { target?: Element }): unknown;
 * }} Call
 */

const page = /** @type {{ furrow: Call & Partial<Furrow> }} */ (/** @type {unknown} */ (window));
const tag = /** @type {HTMLScriptElement} */ (document.querySelector('script[data-collect]'));

/** What the page may say at any time: the stub keeps it until furrow has loaded. @type {Call} */
export const furrow = (/** @type {readonly unknown[]} */ ...command) => Reflect.apply(page.furrow, undefined, command);

/** furrow itself, for the few calls that answer. @returns {Promise<Furrow>} */
export const whenLoaded = () => new Promise((resolve) => {
  const loaded = () => resolve(/** @type {Furrow} */ (/** @type {unknown} */ (page.furrow)));
  if (page.furrow.explain) loaded();
  else tag.addEventListener('load', loaded);
});

/** An address at the collector this page reports to. @param {string} path */
export const collectorUrl = (path) => new URL(path, tag.dataset.collect).href;

/** The language that furrow was told to speak here. */
export const languageOfTag = () => tag.dataset.locale || 'en';
