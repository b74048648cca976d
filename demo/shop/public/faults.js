import { stored } from './stored.js';

/** What is broken on purpose, where to meet it, and how. Each can be mended in the corner panel. */
export const faults = [
  { id: 'dead-button', name: 'A button that does nothing', path: '/product/beetroot', how: 'Press “Reserve in store”, and again.' },
  { id: 'slow-button', name: 'A button that answers after 4 seconds', path: '/product/pea', how: 'Press “Check the stock”, then lose patience.' },
  { id: 'script-error', name: 'A button with an error in its script', path: '/product/carrot', how: 'Press “Show the planting guide” three times.' },
  { id: 'lying-picture', name: 'A picture that looks as if it opened', path: '/product/sunflower', how: 'Press the picture.' },
  { id: 'failing-coupon', name: 'A coupon that ends in an error', path: '/cart', how: 'Put something in the basket, then apply the coupon three times.' },
  { id: 'refusing-field', name: 'A field that refuses every card', path: '/checkout/payment', how: 'Type any number and press “Pay” three times.' },
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
