import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';

/** Where something stands in a text: line and column from 1, and how much of the line is meant. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface Locator {
  /**
   * Where a JSON path (`rules[0].help.score`) leads. One that goes on where the text ends, as that of a missing key does, leads to where it
   * stops. With `atKey` the key is meant, else its value; of an object or a list always the key, because its value is long.
   */
  path(path: string, atKey?: boolean): Spot;
  at(offset: number, length: number): Spot;
}

/** Finds things in a text that is JSON. */
export function locator(text: string): Locator {
  const root = parseTree(text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];

  function at(offset: number, length: number): Spot {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, length };
  }

  return {
    at,
    path(path, atKey = false) {
      const node = root && follow(root, path && `.${path}`).node;
      const { offset, length } = node ? meant(node, atKey) : { offset: 0, length: 1 };
      return at(offset, length);
    },
  };
}

/** Where a path leads, or as far as it does; keys may hold dots and brackets themselves, so several ways are tried. */
function follow(node: Node, path: string): { readonly node: Node; readonly rest: number } {
  let best = { node, rest: path.length };
  for (const [step, child] of children(node)) {
    if (!best.rest || !path.startsWith(step) || !/^(?:$|[.[])/.test(path.slice(step.length))) continue;
    const found = follow(child, path.slice(step.length));
    if (found.rest < best.rest) best = found;
  }
  return best;
}

function children({ type, children: found = [] }: Node): readonly (readonly [string, Node])[] {
  if (type === 'array') return found.map((item, index) => [`[${index}]`, item] as const);
  // of a key that stands twice the last one counts, as in JSON.parse
  return found.toReversed().flatMap(({ children: [key, value] = [] }): (readonly [string, Node])[] => (key && value ? [[`.${String(key.value)}`, value]] : []));
}

function meant(node: Node, atKey: boolean): { readonly offset: number; readonly length: number } {
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const isLong = node.type === 'object' || node.type === 'array';
  if (key && (atKey || isLong)) return key;
  // an object in a list is known by its id
  const id = node.type === 'object' ? findNodeAtLocation(node, ['id']) : undefined;
  return id ?? { offset: node.offset, length: isLong ? 1 : node.length };
}
