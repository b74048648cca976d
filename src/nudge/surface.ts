import type { Box, Spot } from './place';
import { formStyle } from './formStyle';
import { style } from './style';

/**
 * How something stands on the page. Cards: `tooltip` at its anchor, `corner`, `sheet` and `banner` along an edge, `inline` in the page's
 * own flow. Chips, which open one: `chip`, and `back` while the anchor is out of sight.
 */
export type Form = 'tooltip' | 'corner' | 'sheet' | 'banner' | 'inline' | 'chip' | 'back';

export const isChip = (form: Form): boolean => form === 'chip' || form === 'back';

export interface Surface {
  readonly host: HTMLElement;
  /** The box in the top layer. */
  readonly layer: HTMLElement;
  /** Just before the first control, so that Tab from here leads to it. */
  readonly entrance: HTMLElement;
  /** What is rendered goes here. */
  readonly content: HTMLElement;
  /** Read out by screen readers when it is filled; it has to stand empty in the page before. */
  readonly status: HTMLElement;
  /** Whether it can be seen where it is mounted: a dialog that closes takes it along. */
  stands(): boolean;
  /** Puts it over the page. */
  mount(into: Element): void;
  /** Has it put into the page's own flow, if there is a place for it. */
  join(put: (host: HTMLElement) => boolean): boolean;
  /** Takes a form no taller than `room`, in px, and tells how large it became. */
  shape(form: Form, room: number): Pick<Box, 'width' | 'height'>;
  /** Moves to a spot; the arrow points at the middle of what lies against the anchor. */
  move(spot: Spot, anchor: Box | undefined): void;
}

/** The arrow keeps off the rounded corners. */
const CORNER_PX = 18;

/** One `<furrow-ui>` with all of furrow's visible parts in its shadow root. The root is open, so that the host's own accessibility tests see inside. */
export function createSurface(window: Window & typeof globalThis, lang: string): Surface {
  const { document } = window;
  const [host, layer, entrance, content, status] = [make('furrow-ui'), make('div', 'layer'), make('span'), make('div', 'content'), make('div', 'status')];
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(style + formStyle);
  root.adoptedStyleSheets = [sheet];
  host.lang = lang;
  entrance.tabIndex = -1;
  status.setAttribute('role', 'status');
  layer.append(entrance, content);
  root.append(status, layer);
  let fullscreen: Element | null = null;

  function make(tag: string, className = ''): HTMLElement {
    return Object.assign(document.createElement(tag), { className });
  }

  /** Where things stand is told in px of the window, and written in px of a page that may be zoomed (`zoom` in CSS). */
  function inPage(px: number): string {
    return `${Math.round(px / zoomOf(layer))}px`;
  }

  const isInline = (): boolean => layer.dataset.form === 'inline';

  function take(form: Form): void {
    layer.dataset.form = form;
    host.toggleAttribute('inline', isInline());
  }

  return {
    host, layer, entrance, content, status,
    stands: () => host.isConnected && layer.offsetWidth > 0 && (isInline() || fullscreen === document.fullscreenElement),
    mount(into) {
      fullscreen = document.fullscreenElement;
      layer.popover = 'manual';
      into.append(host);
      layer.showPopover?.();
    },
    join(put) {
      layer.popover = null;
      take('inline');
      return put(host);
    },
    shape(form, room) {
      take(form);
      layer.style.setProperty('--zoom', `${zoomOf(layer)}`);
      layer.style.setProperty('--room', inPage(room));
      return { width: layer.offsetWidth * zoomOf(layer), height: layer.offsetHeight * zoomOf(layer) };
    },
    move({ x, y, width, height, side }, anchor) {
      layer.dataset.side = side ?? '';
      layer.style.left = inPage(x);
      layer.style.top = inPage(y);
      if (!anchor || !side) return;
      const [start, end, length] = side === 'top' || side === 'bottom'
        ? [anchor.x - x, anchor.x - x + anchor.width, width]
        : [anchor.y - y, anchor.y - y + anchor.height, height];
      const middle = (Math.max(start, 0) + Math.min(end, length)) / 2;
      layer.style.setProperty('--arrow', inPage(Math.max(CORNER_PX, Math.min(middle, length - CORNER_PX))));
    },
  };
}

function zoomOf({ currentCSSZoom = 1 }: HTMLElement): number {
  return currentCSSZoom;
}
