import type { Human, Visit } from '../parts';
import type { ChatOpened, Contribution, Handover } from '../types';
import { safeUrl } from './safeUrl';

/** A chat that has not opened by then does not come: the visitor is shown another way. */
const PATIENCE_MS = 10_000;

/** The ways to a person that this page has; undefined where there is none. */
export function humanFor({ window, options, chat }: Pick<Visit, 'window' | 'options' | 'chat'>, help: Pick<Handover, 'rule' | 'route'>, trail: readonly Contribution[]): Human | undefined {
  const adapter = chat();
  const contact = safeUrl(options.contact, window.document.baseURI)?.href;
  if (!adapter && !contact) return undefined;
  return {
    contact, trail,
    page: window.location.pathname,
    reach: adapter?.reach?.() ?? {},
    chat: adapter && (async (handed) => {
      if (adapter.available?.() === false) return 'no-provider';
      return await inTime(window, adapter.open({ ...help, ...handed })) ?? 'opened';
    }),
  };
}

function inTime(window: Window, opening: void | ChatOpened | Promise<ChatOpened>): Promise<void | ChatOpened> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => resolve('timeout'), PATIENCE_MS);
    Promise.resolve(opening).then(resolve, reject).finally(() => window.clearTimeout(timer));
  });
}
