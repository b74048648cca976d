/**
 * Remembers every global, and every property of the classes and objects behind them, before anybody comes. What it knows is
 * kept under a symbol, which is no name among the globals.
 */
{
  /** @param {Map<string, unknown>} into @param {string} path @param {object} owner */
  function note(into, path, owner) {
    for (const [name, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      into.set(`${path}.${name}`, get ?? set ?? (typeof value === 'function' || typeof value === 'object' ? value : undefined));
    }
  }

  function look() {
    const seen = new Map();
    note(seen, 'window', window);
    for (const name of Object.getOwnPropertyNames(window)) {
      const { value } = Object.getOwnPropertyDescriptor(window, name) ?? {};
      if (typeof value === 'function') note(seen, name, value);
      if (typeof value === 'function' && value.prototype) note(seen, `${name}.prototype`, value.prototype);
    }
    for (const name of ['document', 'history', 'navigator', 'location', 'performance', 'localStorage', 'console', 'JSON', 'Math', 'Reflect', 'crypto', 'visualViewport']) {
      note(seen, name, /** @type {any} */ (window)[name]);
    }
    return seen;
  }

  const before = look();
  Object.defineProperty(window, Symbol.for('furrow-bench'), { value: () => {
    const now = [...look()];
    return {
      changed: now.filter(([path, value]) => before.has(path) && before.get(path) !== value).map(([path]) => path),
      added: now.filter(([path]) => !before.has(path)).map(([path]) => path),
    };
  } });
}
