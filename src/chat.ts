/** The npm entry `furrow/chat`: adapters for chats that a page already has. Who takes one bundles that one alone. */
export { chatwoot } from './chat/chatwoot';
export { crisp } from './chat/crisp';
export { custom } from './chat/custom';
export { freshchat } from './chat/freshchat';
export { gorgias } from './chat/gorgias';
export { helpScout } from './chat/helpScout';
export { hubspot } from './chat/hubspot';
export { intercom } from './chat/intercom';
export { liveChat } from './chat/liveChat';
export { tawk } from './chat/tawk';
export { zendesk } from './chat/zendesk';
export { zendeskClassic } from './chat/zendeskClassic';
export type { CustomChat } from './chat/custom';
export type { FreshchatOptions } from './chat/freshchat';
export type { ZendeskOptions } from './chat/zendesk';
