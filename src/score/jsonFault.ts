/** What may stand next; after a key, a colon. */
type Wanted = 'a value' | 'a value or ]' | 'a key in double quotes' | 'a key in double quotes or }' | 'a colon' | 'a comma or }' | 'a comma or ]' | 'nothing more';

/**
 * Where a text stops being JSON, and what should stand there. Own eyes, because engines say it in different words,
 * and some do not say where.
 */
export function jsonFault(text: string): string {
  // a string is unrolled, so that a long one cannot exhaust the matcher's stack
  const token = /[ \t\r\n]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
  const open: string[] = [];
  let wanted: Wanted = 'a value';
  for (let end = 0; ; end = token.lastIndex) {
    const found = token.exec(text);
    const next: Wanted | undefined = found ? afterToken(wanted, found[1] ?? (found[2] ? '"' : '0'), open) : undefined;
    if (!next) return described(text, end, wanted);
    wanted = next;
  }
}

/** What is wanted after a token (a mark, `"` for a string, `0` for another value), or undefined where the token is wrong. */
function afterToken(wanted: Wanted, token: string, open: string[]): Wanted | undefined {
  const value = (): Wanted => (open.length ? `a comma or ${open.at(-1) === '{' ? '}' : ']'}` : 'nothing more');
  if (/[}\]]/.test(token)) return wanted.endsWith(token) ? (open.pop(), value()) : undefined;
  if (wanted === 'a colon') return token === ':' ? 'a value' : undefined;
  if (wanted.startsWith('a key')) return token === '"' ? 'a colon' : undefined;
  if (wanted.startsWith('a comma')) return token === ',' ? (open.at(-1) === '{' ? 'a key in double quotes' : 'a value') : undefined;
  if (!wanted.startsWith('a value') || /[:,]/.test(token)) return undefined;
  if (/["0]/.test(token)) return value();
  open.push(token);
  return token === '{' ? 'a key in double quotes or }' : 'a value or ]';
}

function described(text: string, end: number, wanted: Wanted): string {
  const before = /^[ \t\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
  const lines = text.slice(0, end + before).split('\n');
  const rest = text.slice(end + before).slice(0, 1);
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}: ${rest ? `${rest} stands` : 'the file ends'} where ${wanted} should stand`;
}
