/** Deletes the facts that wait, also those that another page has left: a visit that sends nothing may follow one that did. */
export function deleteStore(window: Window): Promise<unknown> {
  return new Promise((resolve) => {
    const request = window.indexedDB.deleteDatabase('furrow');
    request.onsuccess = request.onerror = request.onblocked = resolve;
  }).catch(() => undefined); // where there is no storage, nothing was left
}
