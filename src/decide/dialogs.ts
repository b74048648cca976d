/** Dialogs of the page that are open. */
export const DIALOG = 'dialog[open],[aria-modal=true]';

/** Whether an element stands in one, also where shadow roots lie between. */
export function isInDialog(element: Element): boolean {
  if (element.closest(DIALOG)) return true;
  const { host }: Node & { readonly host?: Element } = element.getRootNode();
  return !!host && isInDialog(host);
}
