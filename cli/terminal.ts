/** What a command may do to the outside: so that a test can be the terminal. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  stdin(): Promise<string>;
  /** The standard input, piece by piece: it may be longer than memory. */
  input(): AsyncIterable<Uint8Array>;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** `2026-11-20`, where this machine stands. */
  today(): string;
}

/** Colours only where a person looks; NO_COLOR and FORCE_COLOR (https://no-color.org, https://force-color.org) have the last word, in this order. */
export function hasColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}
