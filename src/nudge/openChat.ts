import type { Visit } from '../parts';
import type { ChatAdapter, ChatOpened, Handover } from '../types';

/** A chat that has not opened by then does not come: the visitor is shown another way. */
const PATIENCE_MS = 10_000;

/** How often a chat is asked whether it is ready, for chats have no common way to tell. */
const ASK_MS = 100;

/** Asks until the answer is yes; it is no once nobody waits any more. */
type Holds = (question: () => unknown) => Promise<boolean>;

/** Opens a chat for as long as a visitor would wait, and never after the visit. What is ready later is not opened any more. */
export async function openChat({ window, end }: Pick<Visit, 'window' | 'end'>, chat: ChatAdapter, handover: Handover): Promise<ChatOpened> {
  const patience = new AbortController();
  const { signal } = patience;
  const giveUp = (): void => patience.abort();
  const holds: Holds = async (question) => {
    const held = await question();
    if (held || signal.aborted) return !signal.aborted;
    await new Promise((resolve) => window.setTimeout(resolve, ASK_MS));
    return holds(question);
  };
  const timer = window.setTimeout(giveUp, PATIENCE_MS);
  end.addEventListener('abort', giveUp, { signal });
  try {
    return await Promise.race([
      open(chat, handover, holds),
      new Promise<ChatOpened>((resolve) => signal.addEventListener('abort', () => resolve('timeout'))),
    ]);
  } finally {
    window.clearTimeout(timer);
    giveUp();
  }
}

async function open(chat: ChatAdapter, handover: Handover, holds: Holds): Promise<ChatOpened> {
  if (chat.available?.() === false) return 'no-provider';
  if (!await holds(() => !chat.ready || chat.ready())) return 'timeout';
  const said = await chat.open(handover);
  // whatever else the host's code returns is no word of its chat's
  if (said === 'no-provider' || said === 'timeout') return said;
  return await holds(() => !chat.isOpen || chat.isOpen()) ? 'opened' : 'timeout';
}
