/** The browser's own needs a moment to begin. */
const BEGIN_MS = 10_000;

/** Saves a file to the visitor's disk; the page sees no link and no press. */
export function download({ document, URL, setTimeout }: Window & typeof globalThis, file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), BEGIN_MS);
}
