import { isShortcut } from './isShortcut';

/** Whether a key reloads the page, from the server or from what the browser has kept. */
export function isReload(event: KeyboardEvent): boolean {
  return event.key === 'F5' || isShortcut(event, 'r');
}
