/** The tag that the page loads furrow with. */
const tag = /** @type {HTMLScriptElement} */ (document.querySelector('script[data-collect]'));

/** An address at the collector this page reports to. @param {string} path */
export const collectorUrl = (path) => new URL(path, tag.dataset.collect).href;

/** furrow itself, once it has taken the stub's place; for the few calls that answer. */
export const whenLoaded = () => new Promise((resolve) => {
  if (window.furrow.explain) return resolve(window.furrow);
  tag.addEventListener('load', () => resolve(window.furrow));
});
