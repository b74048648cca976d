import type { Page } from '../types';
import { isSeen } from './isSeen';

const DIALOG = 'dialog[open],[aria-modal=true]';

/** Whether the visitor has a dialog before them, be it in a component of the page, or furrow's own. */
export function isDialogOpen({ window, roots }: Pick<Page, 'window' | 'roots'>): boolean {
  return [window.document, ...roots()].some((root) => isParent(root) && [...root.querySelectorAll(DIALOG)].some(isSeen));
}

/** Whether an element stands in one, also where shadow roots lie between. */
export function isInDialog(element: Element): boolean {
  if (element.closest(DIALOG)) return true;
  const { host }: Node & { readonly host?: Element } = element.getRootNode();
  return !!host && isInDialog(host);
}

function isParent(root: Node): root is Node & ParentNode {
  return 'querySelectorAll' in root;
}
