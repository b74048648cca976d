import { isBroken } from '../faults.js';
import { all, one } from '../find.js';
import { products } from '../products.js';
import { onSwipe } from '../swipe.js';

const found = one('#found');
const search = one('#search', HTMLInputElement);
const packets = all('.packet', HTMLAnchorElement);
let kind = '';

search.value = new URLSearchParams(location.search).get('q') ?? '';
search.addEventListener('input', show);
if (search.value) one('#shelf').scrollIntoView();

const filters = all('.filter button', HTMLButtonElement);
for (const filter of filters) {
  filter.addEventListener('click', () => {
    kind = filter.value;
    for (const each of filters) each.ariaPressed = String(each === filter);
    show();
  });
}
show();

const slides = all('.carousel li', HTMLLIElement);
let shown = 0;
const turn = (/** @type {number} */ by) => {
  shown = (shown + by + slides.length) % slides.length;
  slides.forEach((slide, index) => (slide.hidden = index !== shown));
};
for (const button of all('.carousel button', HTMLButtonElement)) button.addEventListener('click', () => turn(Number(button.dataset.by)));
onSwipe(one('.carousel'), (by) => !isBroken('still-carousel') && turn(by));

/** Leaves on the shelf what was asked for. */
function show() {
  const words = search.value.trim().toLowerCase();
  packets.forEach((packet, index) => {
    const product = products[index];
    packet.hidden = !product || (kind !== '' && product.kind !== kind) || !`${product.name} ${product.variety} ${product.text}`.toLowerCase().includes(words);
  });
  const left = packets.filter((packet) => !packet.hidden).length;
  found.textContent = left ? '' : `Nothing on the shelf is called “${search.value}”. Try one word, such as “carrot”.`;
}
