export type Severity = 'error' | 'warning' | 'hint';

/** Every kind of finding, with its weight. `docs/cli.md` says of each what it means; a test compares the two. */
export const CODES = {
  // the page refuses the file, or a part of it
  'syntax': 'error',
  'too-large': 'error',
  'too-deep': 'error',
  'duplicate-key': 'error',
  'unknown-key': 'error',
  'missing-key': 'error',
  'wrong-value': 'error',
  'bad-selector': 'error',
  // it would never speak
  'unreachable-bar': 'error',
  'unreachable-confidence': 'error',
  'always-quiet': 'error',
  'never-allowed': 'error',
  'never-shown': 'error',
  'never-here': 'warning',
  'never-told': 'warning',
  'waits-too-long': 'warning',
  'then-never': 'warning',
  'past': 'warning',
  // it would look otherwise than was meant
  'no-effect': 'warning',
  'inline-anywhere': 'warning',
  'unknown-element': 'warning',
  // it would say too much
  'looser-than-host': 'error',
  'looser-than-file': 'warning',
  'intent-two-answers': 'error',
  'same-element': 'warning',
  'human-without-way': 'warning',
  // what visitors read
  'empty-text': 'error',
  'long-text': 'warning',
  'missing-translation': 'warning',
  'undeclared-language': 'warning',
  'creepy': 'warning',
  // what must not be inferred
  'sensitive': 'error',
  'sensitive-topic': 'warning',
  // experiments
  'no-control': 'warning',
  'few-left': 'warning',
  // keeping it in order
  'unused-place': 'warning',
  'no-owner': 'warning',
  'no-why': 'hint',
  'no-resolved': 'hint',
} as const satisfies Readonly<Record<string, Severity>>;

export type Code = keyof typeof CODES;
