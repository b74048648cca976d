import { productOf } from './products.js';
import { stored } from './stored.js';

const DELIVERY_CENTS = 390;
const MOST_OF_ONE = 99;

/** How many of each product. */
const cart = stored('cart', /** @type {Readonly<Record<string, number>>} */ ({}));

export const onCart = cart.on;

export const emptyCart = () => cart.write({});

export const lines = () => Object.entries(cart.read()).flatMap(([id, count]) => {
  const product = productOf(id);
  return product && count > 0 ? [{ product, count }] : [];
});

export const countThings = () => lines().reduce((sum, { count }) => sum + count, 0);

export const totalCents = () => lines().reduce((sum, { product, count }) => sum + product.priceCents * count, DELIVERY_CENTS);

/** @param {string} id @param {number} count */
export const put = (id, count) => cart.write({ ...cart.read(), [id]: Math.max(0, Math.min(MOST_OF_ONE, count)) });

/** @param {string} id @param {number} count */
export const add = (id, count) => put(id, (cart.read()[id] ?? 0) + count);
