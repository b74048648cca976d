/**
 * Whether Ctrl or ⌘ is pressed with this letter. On a keyboard without Latin letters browsers go by the key's place, and so
 * does this.
 */
export function isShortcut({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent, letter: string): boolean {
  return (ctrlKey || metaKey) && !altKey && (/^[a-z]$/i.test(key) ? key : code.slice(3)).toLowerCase() === letter;
}
