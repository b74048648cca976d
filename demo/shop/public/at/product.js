import { add } from '../cart.js';
import { isBroken, onFaults } from '../faults.js';
import { one } from '../find.js';
import { productOf } from '../products.js';
import { bindStepper } from '../stepper.js';

/** Long enough that one wonders whether the press arrived. */
const SLOW_MS = 4000;

const id = one('.product').dataset.product ?? '';
const told = one('#told');
let count = 1;

bindStepper(one('.stepper'), (next) => (count = next));

one('#add').addEventListener('click', () => {
  add(id, count);
  one('#added').replaceChildren(`${count} in your basket. `, Object.assign(document.createElement('a'), { href: '/cart', textContent: 'Go there' }));
});

const sold = productOf(id)?.soldOut;
const button = one('#add', HTMLButtonElement);
onFaults(() => {
  if (!sold) return;
  // an honest shop says so, and offers no button that cannot be pressed
  button.disabled = isBroken('silent-button');
  one('.buy').hidden = !button.disabled;
  one('#sold').hidden = button.disabled;
});

const drawn = one('#picture img', HTMLImageElement);
onFaults(() => {
  if (id === 'hand-fork') drawn.src = `/drawings/${isBroken('missing-picture') ? 'hand-fork-large.png' : 'hand-fork.svg'}`;
});

one('#reserve').addEventListener('click', () => {
  if (isBroken('dead-button')) return;
  told.textContent = 'Reserved. It waits under the counter for two days.';
});

one('#stock').addEventListener('click', () => {
  setTimeout(() => (told.textContent = `In stock, counted at ${new Date().toLocaleTimeString('en')}.`), isBroken('slow-button') ? SLOW_MS : 0);
});

one('#guide').addEventListener('click', () => {
  if (isBroken('script-error')) throw new TypeError('guide.pages is not a function');
  told.textContent = 'Sow thinly, two fingers deep. Water once, then wait a week before you worry.';
});

const picture = one('#picture');
picture.addEventListener('click', () => {
  if (!isBroken('lying-picture')) one('#large', HTMLDialogElement).showModal();
});
