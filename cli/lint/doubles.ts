import { parseTree, type Node } from 'jsonc-parser';
import type { Finding } from './finding';

/** Keys that stand twice in one object: JSON takes the last and says nothing. */
export function doubles(text: string): readonly (Finding & { readonly offset: number; readonly length: number })[] {
  const root = parseTree(text);
  return root ? within(root) : [];
}

function within({ type, children = [] }: Node): readonly (Finding & { readonly offset: number; readonly length: number })[] {
  const inner = children.flatMap(within);
  if (type !== 'object') return inner;
  const seen = new Set<unknown>();
  const found = children.flatMap(({ children: [key] = [] }) => {
    if (!key) return [];
    const isDouble = seen.has(key.value);
    seen.add(key.value);
    return isDouble ? [{ code: 'duplicate-key' as const, path: '', message: `"${String(key.value)}" stands twice here; only the last one counts`, instead: 'take one of them out', offset: key.offset, length: key.length }] : [];
  });
  return [...found, ...inner];
}
