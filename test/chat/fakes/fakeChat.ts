/** A chat as a page has it, as far as its public API goes. It opens a moment after it was told to, as real ones do. */
export interface FakeChat {
  /** Its globals on `window`. */
  readonly globals: readonly string[];
  /** The page's snippet has run, and the chat's own script has not come yet. Left out: its maker has no stub. */
  readonly snippet?: () => void;
  /** The chat's own script has come. */
  arrive(): void;
  /** Whether a visitor sees it open. */
  isOpen(): boolean;
  /** What the visitor finds written there, and may send. */
  text(): string;
  /** All that left the page without the visitor. */
  readonly sent: readonly unknown[];
  /** From now on it throws where it is told to open. */
  fail(): void;
}

/** How long it takes a chat to unfold. */
const OPENS_AFTER_MS = 250;

/** What all fakes need: a panel that may be hidden, opens late, and may be broken. */
export function fakePanel() {
  let [open, shown, broken] = [false, true, false];
  const listeners = new Set<() => void>();
  return {
    sent: [] as unknown[],
    text: '',
    isOpen: () => open && shown,
    isUnfolded: () => open,
    hide: () => { shown = false; },
    show: () => { shown = true; },
    close: () => { open = false; },
    fail: () => { broken = true; },
    onOpen: (listener: () => void) => { listeners.add(listener); return () => void listeners.delete(listener); },
    listeners,
    open() {
      if (broken) throw new Error('the chat is broken');
      setTimeout(() => {
        if (open) return;
        open = true;
        for (const listener of [...listeners]) listener();
      }, OPENS_AFTER_MS);
    },
  };
}

/** Something that the page or an adapter wants to be called back by. */
export function isCallback(value: unknown): value is () => void {
  return typeof value === 'function';
}

/** Puts a global on the page. */
export function put(name: string, value: unknown): void {
  Reflect.set(window, name, value);
}
