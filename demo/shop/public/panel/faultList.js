import { element } from '../element.js';
import { faults, isBroken, onFaults, setBroken } from '../faults.js';

/** What is broken on purpose: where to meet it, and a switch that mends it. */
export function faultList() {
  const rows = faults.map(({ id, name, path, how }) => {
    const box = element('input', { type: 'checkbox', onchange: () => setBroken(id, box.checked) });
    onFaults(() => (box.checked = isBroken(id)));
    return element('li', {}, element('label', {}, box, name), element('span', { class: 'evidence' }, element('a', { href: path }, 'Go there.'), ` ${how}`));
  });
  return element('ul', { class: 'faults' },
    ...rows,
    element('li', {}, element('span', { class: 'evidence' }, element('b', {}, 'Hesitate.'), ' ', element('a', { href: '/checkout/address' }, 'Go to the address'), ', click into “Parcel locker code” and think for ten seconds.')),
    element('li', {}, element('span', { class: 'evidence' }, element('b', {}, 'Leave.'), ' From the address or the payment, go to another page of the shop and stay for half a minute.')));
}
