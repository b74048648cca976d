import type { View } from './view';

type Ref = ((element: HTMLElement | null) => void) | null;

/** Gives the focus to a control that was just drawn, if it is the one that waits for it. */
export function takeFocus({ focus }: View, name: string): Ref {
  return focus === name ? give : null;
}

/** One function for all, so that drawing anew does not give it again. */
const give: Ref = (element) => element?.focus({ preventScroll: true });
