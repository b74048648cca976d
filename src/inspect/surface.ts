import { style } from './style';

export interface Surface {
  /** Over the whole window, and pressed through wherever the panel is not. */
  readonly layer: HTMLElement;
  readonly marks: HTMLElement;
  readonly panel: HTMLElement;
  readonly status: HTMLElement;
  /** Comes to the top of what is open: all else is dead under a modal dialog and unseen in fullscreen. */
  rise(): void;
  remove(): void;
}

/**
 * One `<furrow-inspect>` with the whole overlay in its shadow root. The root is closed and the element asks to be forgiven:
 * furrow sees one thing that it cannot look into, so that nothing done in the overlay reads as the visitor's trouble, and
 * nothing drawn in it as an answer of the page.
 */
export function createSurface(window: Window & typeof globalThis): Surface {
  const { document } = window;
  const host = document.createElement('furrow-inspect');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const [layer, marks, panel, status] = [make('layer'), make('marks'), make('panel'), make('status')];
  Object.assign(host, { lang: 'en', dir: 'ltr' });
  host.setAttribute('data-furrow-ignore', '');
  layer.popover = 'manual';
  status.setAttribute('role', 'status');
  marks.ariaHidden = 'true';
  layer.append(marks, panel, status);
  root.append(layer);
  let under: Element | undefined;

  function make(className: string): HTMLElement {
    return Object.assign(document.createElement('div'), { className });
  }

  return {
    layer, marks, panel, status,
    rise() {
      const into = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.fullscreenElement ?? document.querySelector('body');
      if (!into || (into === under && host.isConnected)) return;
      under = into;
      into.append(host);
      layer.showPopover?.();
    },
    remove: () => host.remove(),
  };
}
