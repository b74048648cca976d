/** The npm entry `furrow/chat`: adapters for chats that a page already has. Who takes one bundles that one alone. */
export {};
