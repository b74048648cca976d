/** Two lines of text: further below and it would not be at its place any more. */
const NEAR_PX = 48;

/** Narrower than this and it could not be read. */
const LEAST_WIDTH_PX = 200;

/** What nothing but their own may stand in: lists, controls, and what has a role that says so. */
const CLOSED = 'ul,ol,dl,menu,[role]:not([role=main],[role=form],[role=group],[role=region],[role=article],[role=dialog])';
const CONTROL = 'a,button,label,summary,select,[role=button]';

/**
 * Puts our element into the page's own flow: into its place where that is empty, else below it, where blocks stand below each other.
 * False, and nothing has changed, where it would not be seen or anything beside it would look different.
 */
export function standInFlow(host: HTMLElement, place: Element): boolean {
  const isOwn = isEmpty(place);
  const block = isOwn ? place : blockAround(place);
  if (!block || block.ownerDocument !== host.ownerDocument) return false;
  const beside = isOwn ? [] : [block, block.nextElementSibling];
  const before = beside.map(looksOf).join();
  if (isOwn) block.append(host);
  else block.after(host);
  if (isSeen(host) && beside.map(looksOf).join() === before) return true;
  host.remove();
  return false;
}

/** The page has kept a place for it. */
function isEmpty(place: Element): boolean {
  return place.matches('div,p,section,aside') && !place.childElementCount && !place.textContent?.trim();
}

function blockAround(place: Element): Element | undefined {
  const { bottom } = place.getBoundingClientRect();
  for (let block: Element | null = place; block; block = block.parentElement) {
    if (block.getBoundingClientRect().bottom > bottom + NEAR_PX) return undefined;
    if (isBelowOthers(block)) return block;
  }
  return undefined;
}

/** Whether it is a block in a flow of blocks. */
function isBelowOthers(block: Element): boolean {
  const { parentElement } = block;
  if (!parentElement || parentElement.matches(CLOSED) || parentElement.closest(CONTROL)) return false;
  const [own, outer] = [getComputedStyle(block), getComputedStyle(parentElement)];
  const stacks = /^(block|flow-root|list-item|table-cell)$/.test(outer.display) && /^(block|flow-root|flex|grid|table)$/.test(own.display);
  const stacksItems = outer.display === 'flex' && outer.flexDirection === 'column';
  return (stacks || stacksItems) && own.float === 'none' && /static|relative/.test(own.position);
}

/** Everything that a style can say of an element. What is added beside it may be counted by the page's own rules. */
function looksOf(element: Element | null | undefined): string {
  if (!element) return '';
  const style = getComputedStyle(element);
  return [...style].map((property) => style.getPropertyValue(property)).join();
}

/** Whether it is wide enough, and nothing cuts it off or lies over it. */
function isSeen(host: HTMLElement): boolean {
  const { x, y, width, height } = host.getBoundingClientRect();
  return width >= LEAST_WIDTH_PX && host.ownerDocument.elementFromPoint(x + width / 2, y + height / 2) === host;
}
