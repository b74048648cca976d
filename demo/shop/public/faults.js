import { stored } from './stored.js';

/** What is broken on purpose: where to meet it, how, and what furrow then sees. Each can be mended in the corner panel; where there is a `place`, the shop can say that it knows. */
export const faults = [
  { id: 'dead-button', name: 'A button that does nothing', path: '/product/beetroot', how: 'Press “Reserve in store”, and again.', place: 'reserve', signals: ['dead-click', 'rage-click'] },
  { id: 'slow-button', name: 'A button that answers after 4 seconds', path: '/product/pea', how: 'Press “Check the stock”, then wait.', signals: ['slow-response'] },
  { id: 'script-error', name: 'A button with an error in its script', path: '/product/carrot', how: 'Press “Show the planting guide” once; three times for a loop.', signals: ['error-click', 'error-loop'] },
  { id: 'lying-picture', name: 'A picture that looks as if it opened', path: '/product/sunflower', how: 'Press the picture.', signals: ['dead-click'] },
  { id: 'silent-button', name: 'A button that is off and does not say why', path: '/product/watering-can', how: 'Press “Add to basket”.', signals: ['blocked-action'] },
  { id: 'missing-picture', name: 'A picture that does not come', path: '/product/hand-fork', how: 'Look at the page for some seconds.', signals: ['broken-resource'] },
  { id: 'still-carousel', name: 'A carousel that no finger moves', path: '/', how: 'With a finger, swipe the packet in the window twice.', signals: ['dead-swipe'] },
  { id: 'failing-coupon', name: 'A coupon that ends in an error', path: '/cart', how: 'Put something in the basket, then apply the coupon three times.', place: 'coupon', signals: ['repeated-failure', 'error-loop'] },
  { id: 'refusing-field', name: 'A field that refuses every card', path: '/checkout/payment', how: 'Type any number and press “Pay” three times.', place: 'card-number', signals: ['repeated-failure', 'error-loop'] },
  { id: 'long-queue', name: 'A chat that lets you wait 12 seconds', path: '/help#contact', how: 'Press “Open the chat”, and wait.', signals: ['long-wait'] },
];

/** The faults that were mended. */
const mended = stored('mended', /** @type {readonly string[]} */ ([]));

export const onFaults = mended.on;

/** @param {string} id */
export const isBroken = (id) => !mended.read().includes(id);

/** @param {string} id @param {boolean} broken */
export const setBroken = (id, broken) => mended.write([...mended.read().filter((each) => each !== id), ...(broken ? [] : [id])]);

export const forgiveAll = () => mended.write(faults.map(({ id }) => id));

export const breakAll = () => mended.write([]);
