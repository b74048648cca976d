/** Longer names are cut: a reason has to stay one line. */
const LONGEST_CHARACTERS = 40;

/** What people put in; its text is never read. */
const PUT_IN = 'input,select,textarea,[contenteditable]';

/**
 * What the visitor calls an element: its accessible name, read at the moment of showing and only for showing.
 * Empty when it has none. Never a value, nor a placeholder, nor anything a person put in.
 */
export function labelOf(element: Element | undefined): string {
  if (!element) return '';
  const named = element.ariaLabelledByElements?.map(textOf).join(' ').trim() || element.getAttribute('aria-label') || labels(element) || caption(element) || ownText(element);
  const name = named.replace(/\s+/g, ' ').replace(/[\s:*]+$/, '').trim();
  return name.length > LONGEST_CHARACTERS ? `${name.slice(0, LONGEST_CHARACTERS - 1).trimEnd()}…` : name;
}

function labels(element: Element): string {
  return isLabelable(element) ? textOf(element.labels?.[0] ?? null) : '';
}

/** What the page itself wrote on a button that is an `<input>`. */
function caption(element: Element): string {
  return element.matches('input[type=submit],input[type=button],input[type=reset]') ? (element.getAttribute('value') ?? '') : '';
}

function ownText(element: Element): string {
  return textOf(element).trim() || element.querySelector('img[alt]')?.getAttribute('alt') || element.getAttribute('title') || '';
}

function textOf(node: Node | null): string {
  if (!node) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (isElement(node) && node.matches(`${PUT_IN},script,style,[aria-hidden=true]`)) return '';
  return [...node.childNodes].map(textOf).join(' ');
}

function isLabelable(element: Element): element is HTMLInputElement {
  return 'labels' in element;
}

/** Also for the elements of a frame, which are no instances of this window's `Element`. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
