import { add } from '../cart.js';
import { isBroken } from '../faults.js';
import { one } from '../find.js';
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
