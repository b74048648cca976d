export type Scheme = 'auto' | 'light' | 'dark';

/** How the element of furrow's own that holds help is coloured: its style takes this for `color-scheme`. */
const PROPERTY = '--furrow-color-scheme';

/** Shows nudges light or dark, whatever the page is, by a property on furrow's own `<furrow-ui>`, each time one comes. */
export function createNudgeScheme(window: Window & typeof globalThis): { set(scheme: Scheme): void; end(): void } {
  const { document } = window;
  let scheme: Scheme = 'auto';
  const arrivals = new window.MutationObserver(apply);

  function apply(): void {
    for (const ui of document.querySelectorAll<HTMLElement>('furrow-ui')) {
      if (scheme === 'auto') ui.style.removeProperty(PROPERTY);
      else ui.style.setProperty(PROPERTY, scheme);
    }
  }

  return {
    set(wanted) {
      scheme = wanted;
      apply();
      arrivals.disconnect();
      if (scheme !== 'auto') arrivals.observe(document, { childList: true, subtree: true });
    },
    end: () => arrivals.disconnect(),
  };
}
