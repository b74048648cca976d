import { parse, SelectorType } from 'css-what';
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
  try {
    const odd = parse(selector).flat().find(({ type }) => type === SelectorType.PseudoElement);
    return odd && 'name' in odd ? `::${odd.name} is no element that help can stand at` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, '').replace(/^\w/, (letter) => letter.toLowerCase()) : String(error);
  }
}
