/** The npm entry `furrow/consent`: adapters for consent managers that a page already has. Who takes one bundles that one alone. */
export {};
