import { style } from './style';

/** The element that holds the centre while it is open. */
export const CENTRE = 'furrow-preferences-centre';

export interface Surface {
  readonly dialog: HTMLDialogElement;
  /** Resolves when the visitor has closed it; then nothing of it is left on the page. */
  readonly closed: Promise<void>;
  /** Focuses what has this id in the centre. */
  focus(id: string): void;
}

/**
 * One `<furrow-preferences-centre>` with a native modal dialog in its shadow root: the browser keeps the focus in it, and Esc closes
 * it. The root is open, so that the host's own accessibility tests see inside. It asks to be forgiven: what is done in it is no trouble
 * of the page. With the dialog the element goes, and the focus returns.
 */
export function createSurface({ document, CSSStyleSheet }: Window & typeof globalThis, lang: string, opener: Element | undefined): Surface {
  const host = document.createElement(CENTRE);
  const dialog = document.createElement('dialog');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const before = opener ?? document.activeElement;
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  host.lang = lang;
  host.setAttribute('data-furrow-ignore', '');
  dialog.dir = 'auto';
  dialog.setAttribute('aria-labelledby', 'title');
  // The page's shortcuts do not hear what is typed here.
  for (const type of ['keydown', 'keypress', 'keyup']) dialog.addEventListener(type, (event) => event.stopPropagation());
  const closed = new Promise<void>((resolve) => {
    dialog.onclose = () => {
      host.remove();
      giveBack(document, before);
      resolve();
    };
  });
  root.append(dialog);
  document.body.append(host);
  return { dialog, closed, focus: (id) => root.getElementById(id)?.focus() };
}

/** To where the visitor came from, or, where that is gone, to the beginning of the page. */
function giveBack(document: Document, before: Element | null): void {
  if (before?.isConnected && before !== document.body) focus(before);
  if (!isNowhere(document)) return;
  const heading = document.querySelector<HTMLElement>('h1,h2,h3,h4,h5,h6');
  if (!heading) return;
  // A heading takes the focus only while it is told that it can, by the page or by us; then it is as it was before.
  if (!heading.hasAttribute('tabindex')) {
    heading.tabIndex = -1;
    heading.addEventListener('blur', () => heading.removeAttribute('tabindex'), { once: true });
  }
  focus(heading);
}

const isNowhere = ({ activeElement, body }: Document): boolean => !activeElement || activeElement === body;

function focus(target: Element & { readonly focus?: HTMLElement['focus'] }): void {
  target.focus?.({ preventScroll: true });
}
