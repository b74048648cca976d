/**
 * What a piece of evidence may be when it leaves. `count`: a whole number · `ms`: a duration, to the tenth of a second
 * · `flag`: true or false · `listed`: a word that the rules file contains · a list: one of these words.
 */
export type EvidenceKind = 'count' | 'ms' | 'flag' | 'listed' | readonly string[];

/** Every piece of evidence that may leave the page; `docs/wire.md` describes each. What is not here stays in the page. */
export const evidenceKinds: Readonly<Record<string, EvidenceKind>> = {
  n: 'count', count: 'count', index: 'count', errors: 'count', unproductive: 'count',
  ms: 'ms', limitMs: 'ms', spanMs: 'ms',
  blocked: 'flag', dead: 'flag', pending: 'flag', hiccup: 'flag',
  workflow: 'listed', step: 'listed',
  input: ['mouse', 'touch', 'pen', 'key', 'at'],
  looks: ['native', 'role', 'cursor'],
  kind: [
    'js', 'promise', 'http', 'network', 'message', 'invalid', 'undone', 'storm', 'restart', 'error', 'login', 'search', 'payment', 'submit',
    'back', 'pogo', 'help', 'find', 'lcp', 'inp', 'cls', 'ttfb', 'script', 'image', 'media',
  ],
  field: ['text', 'select', 'textarea', 'password', 'otp', 'number', 'choice', 'button'],
};
