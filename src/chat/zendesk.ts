import type { ChatAdapter } from '../types';

/** Tells how to listen no more, in newer versions. */
type ZE = (scope: string, command: string, value?: unknown) => void | (() => void);

export interface ZendeskOptions {
  /** The id of a custom ticket field that end users may edit. It takes the text, for the message itself cannot be prefilled. */
  readonly field?: string;
}

/** Zendesk's messaging Web Widget. It tells that it opens, and can be asked nothing. */
export function zendesk({ field }: ZendeskOptions = {}): ChatAdapter {
  const find = (): ZE => Reflect.get(window, 'zE') as ZE;
  return {
    id: 'zendesk',
    prefills: !!field,
    available: () => !!find(),
    open: ({ text }) => new Promise((resolve) => {
      const zE = find();
      const off = zE('messenger:on', 'open', () => {
        off?.();
        resolve();
      });
      // it stays in the page until the visitor writes
      if (field) zE('messenger:set', 'conversationFields', [{ id: field, value: text }]);
      zE('messenger', 'show');
      zE('messenger', 'open');
    }),
  };
}
