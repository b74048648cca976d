import { isInDialog } from './dialogs';
import type { Place } from './here';
import { isSeen } from './isSeen';

/** Help would stand at an element; it may be there and not be seen. */
export function placeAt(element: Element | undefined): Place | undefined {
  return element && { isHidden: !isSeen(element), isInDialog: () => isInDialog(element) };
}
