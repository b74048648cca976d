import type { ChatAdapter, Handover } from '../types';

/** A chat that is opened through a global, as its own public API has it. `Api` is the type of that global. */
export interface CustomChat<Api> extends Pick<ChatAdapter, 'id' | 'prefills' | 'reach'> {
  /** Its name on `window`. It is looked for anew each time, for many chats put it in place of a stub. */
  readonly global: string;
  /** Whether it can be opened yet. */
  ready(api: Api): unknown;
  /** Opens it with the text, and sends nothing. */
  open(api: Api, handover: Handover): void | Promise<void>;
  /** Whether it stands open. */
  isOpen(api: Api): unknown;
}

/** An adapter for any chat that has a global. All but `available` is asked only where there is one. */
export function custom<Api>({ global, ready, open, isOpen, ...rest }: CustomChat<Api>): ChatAdapter {
  const find = (): Api => Reflect.get(window, global) as Api;
  return {
    ...rest,
    available: () => !!find(),
    ready: () => ready(find()),
    open: (handover) => open(find(), handover),
    isOpen: () => isOpen(find()),
  };
}
