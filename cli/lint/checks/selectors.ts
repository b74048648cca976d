import { isTraversal, parse, SelectorType, type Selector } from 'css-what';
import { dig, entriesOf, items } from '../../dig';
import type { Finding } from '../finding';
import type { Check } from '../subject';

/** Selectors that no browser understands. */
export const selectors: Check = ({ written }) => entriesOf(dig(written, 'places', 'elements')).flatMap(([name, element]) =>
  ['find', 'near'].flatMap((key) => {
    const path = `places.elements.${name}.${key}`;
    const found = dig(element, key);
    return typeof found === 'string' ? faults(found, path) : items(found).flatMap((each, index) => (typeof each === 'string' ? faults(each, `${path}[${index}]`) : []));
  }));

/** ` >>> ` is ours; what stands between is a selector each. */
function faults(selector: string, path: string): readonly Finding[] {
  return selector.split(' >>> ').flatMap((part) => {
    const because = fault(part);
    return because ? [{ code: 'bad-selector' as const, path, message: `${JSON.stringify(part)} is no CSS selector: ${because}`, instead: 'try it in the browser with document.querySelector' }] : [];
  });
}

function fault(selector: string): string | undefined {
  if (!selector.trim()) return 'it is empty';
  if (/>>>/.test(selector)) return '>>> needs a space on either side';
  if (/=\s*\]/.test(selector)) return 'an attribute is compared with nothing';
  // dots in brackets and after a backslash are only letters
  if (/\.\./.test(selector.replace(/\[[^\]]*\]|\\./g, ''))) return 'a class has no name';
  try {
    return parse(selector).map(oddity).find((each) => each !== undefined);
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, '').replace(/^\w/, (letter) => letter.toLowerCase()) : String(error);
  }
}

/** What the parser lets through and a browser does not. */
function oddity(tokens: readonly Selector[]): string | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first && isTraversal(first)) return 'it begins with a combinator';
  if (last && isTraversal(last)) return 'it ends with a combinator';
  return tokens.map((token) => {
    if (token.type === SelectorType.Parent || token.type === SelectorType.ColumnCombinator) return 'no browser knows this combinator';
    if (token.type === SelectorType.PseudoElement) return `::${token.name} is no element that help can stand at`;
    return token.type === SelectorType.Tag && /^-?\d/.test(token.name) ? `${token.name} is no name of an element` : undefined;
  }).find((each) => each !== undefined);
}
