/**
 * A value in this browser's storage, under `shop.`, read anew each time so that tabs agree. A listener hears it at once and at every change.
 * @template Value
 * @param {string} name
 * @param {Value} empty
 */
export function stored(name, empty) {
  const key = `shop.${name}`;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => listeners.forEach((listener) => listener());

  return {
    /** @returns {Value} */
    read() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') ?? empty;
      } catch {
        return empty;
      }
    },
    /** @param {Value} value */
    write(value) {
      localStorage.setItem(key, JSON.stringify(value));
      tell();
    },
    /** @param {() => void} listener */
    on(listener) {
      listeners.add(listener);
      addEventListener('storage', (event) => event.key === key && listener());
      listener();
    },
  };
}
