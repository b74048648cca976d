/** What may stand next, by the beginnings it may have (`0` is a number or a word). */
const WANTED: Readonly<Record<string, string>> = {
  '{["0': 'a value', '{["0]': 'a value or ]', '"': 'a key in double quotes', '"}': 'a key in double quotes or }',
  ':': 'a colon', ',}': 'a comma or }', ',]': 'a comma or ]', '': 'nothing more',
};

const VALUE = '{["0';

/** Where a text stops being JSON, and what should stand there. Engines say this in different words, and some do not say where. */
export function jsonFault(text: string): string {
  const token = /[ \t\r\n]*("(?:[^"\\\0-\x1f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"|[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
  const open: string[] = [];
  let wanted = VALUE;
  let end = 0;
  for (let kind = kindOf(token.exec(text)?.[1]); wanted.includes(kind); kind = kindOf(token.exec(text)?.[1])) {
    end = token.lastIndex;
    wanted = afterToken(kind, wanted, open);
  }
  const rest = text.slice(end).replace(/^[ \t\r\n]+/, '');
  const lines = text.slice(0, text.length - rest.length).split('\n');
  const stands = !rest ? 'the file ends' : rest.startsWith('"') && wanted.includes('"') ? 'text without its end, or with a wrong \\, stands' : `${rest.slice(0, 1)} stands`;
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: ${stands} where ${WANTED[wanted]} should be`;
}

function kindOf(token: string | undefined): string {
  if (!token) return 'none';
  return /^[\w-]/.test(token) ? '0' : token.slice(0, 1);
}

/** What may follow a token; `open` are the objects and lists it stands in. */
function afterToken(kind: string, wanted: string, open: string[]): string {
  if (kind === ':') return VALUE;
  if (kind === ',') return open.at(-1) === '{' ? '"' : VALUE;
  if (kind === '"' && !wanted.includes('0')) return ':';
  if (kind === '{' || kind === '[') {
    open.push(kind);
    return kind === '{' ? '"}' : `${VALUE}]`;
  }
  if (kind === '}' || kind === ']') open.pop();
  return open.length ? `,${open.at(-1) === '{' ? '}' : ']'}` : '';
}
