import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as chats from '../../src/chat';
import type { ChatAdapter } from '../../src/types';

const docs = readFileSync(new URL('../../docs/chat.md', import.meta.url), 'utf8');

/** The table's rows: what a tag says, what code says, and whether the text stands in the message. */
const rows = docs.split('\n').flatMap((line) => {
  const [, tag = '', code = '', prefills = ''] = /^\| [^|]+ \| `data-chat="(\w+)"` \| `(\w+)\([^|]*\| (yes|no)/.exec(line) ?? [];
  return tag ? { tag, code, prefills } : [];
});

const known = Object.entries(chats).flatMap(([name, make]) => (name === 'custom' ? [] : [[name, make as () => ChatAdapter] as const]));
const names = known.map(([name]) => name);

test('docs/chat.md lists every chat, by the name that a tag and code know it by', () => {
  expect(rows.map(({ tag }) => tag)).toEqual(names);
  expect(rows.map(({ code }) => code)).toEqual(names);
});

test('what docs/chat.md says of prefilling is what the adapters do', () => {
  expect(rows.map(({ code, prefills }) => [code, prefills])).toEqual(known.map(([name, make]) => [name, make().prefills === false ? 'no' : 'yes']));
});
