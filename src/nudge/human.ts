import type { Human, Visit } from '../parts';
import type { ChatAdapter, Contribution, Handover } from '../types';
import { openChat } from './openChat';
import { safeUrl } from './safeUrl';

/** The ways to a person, for one piece of help; undefined where there is none. */
export type HumanFor = (help: Pick<Handover, 'rule' | 'route'>, trail: readonly Contribution[]) => Human | undefined;

/** Finds the ways to a person that this page has. The adapter that the tag names is fetched now; until it is here, and where it does not come, the contact page does. */
export function createHuman(visit: Pick<Visit, 'window' | 'options' | 'end' | 'parts' | 'chat' | 'fail'>): HumanFor {
  const { window, options, parts, fail } = visit;
  let named: ChatAdapter | undefined;

  async function fetchNamed(name: string): Promise<void> {
    const create = await parts(`chat.${name}`);
    named = create({ category: undefined });
  }

  /** What the host's code says of its chat, or nothing where it fails. */
  function ask<Answer>(question: () => Answer): Answer | undefined {
    try {
      return question();
    } catch (cause) {
      fail('asking for the chat', cause);
      return undefined;
    }
  }

  if (options.chat) fetchNamed(options.chat).catch((cause) => fail('connecting the chat', cause));
  return (help, trail) => {
    const connected = visit.chat() ?? named;
    // what is not on the page is not offered
    const chat = connected && ask(() => connected.available?.() ?? true) ? connected : undefined;
    const contact = safeUrl(options.contact, window.document.baseURI)?.href;
    if (!chat && !contact) return undefined;
    return {
      contact, trail,
      page: window.location.pathname,
      prefills: chat?.prefills !== false,
      reach: reachOf(ask(() => chat?.reach?.()) ?? {}),
      chat: chat && ((handed) => openChat(visit, chat, { ...help, ...handed }).catch((cause) => {
        fail('opening the chat', cause);
        return 'no-provider';
      })),
    };
  };
}

/** As far as it can be said: what the host's code returns may be of any kind. */
function reachOf({ waitMinutes, phone }: Human['reach']): Human['reach'] {
  return {
    ...(typeof waitMinutes === 'number' && isFinite(waitMinutes) && { waitMinutes }),
    ...(phone && { phone: String(phone) }),
  };
}
