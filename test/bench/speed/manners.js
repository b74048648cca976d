/**
 * What is not as `page/remember.js` saw it: functions of the browser replaced or covered, and new globals.
 * @param {import('playwright').Page} page
 * @returns {Promise<{ patched: string[], globals: string[] }>}
 */
export async function compare(page) {
  const { changed, added } = await page.evaluate(() => /** @type {any} */ (window)[Symbol.for('furrow-bench')]());
  const globals = added.flatMap((/** @type {string} */ path) => (path.startsWith('window.') ? path.slice('window.'.length) : []));
  // what a new or replaced global has of its own came with it, and values in storage are no properties
  const owners = new Set(['window', 'localStorage', ...globals, ...changed.map((/** @type {string} */ path) => path.replace('window.', ''))]);
  return { globals, patched: [...changed, ...added.filter((/** @type {string} */ path) => !owners.has(path.split('.')[0] ?? ''))] };
}
