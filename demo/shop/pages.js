import { address } from './pages/address.js';
import { cart } from './pages/cart.js';
import { help } from './pages/help.js';
import { home } from './pages/home.js';
import { lost } from './pages/lost.js';
import { payment } from './pages/payment.js';
import { privacy } from './pages/privacy.js';
import { product } from './pages/product.js';
import { thanks } from './pages/thanks.js';
import { products } from './public/products.js';

/** @typedef {{ id: string, title: string, main: string }} Content What one page says; `id` names its script. */

/** @type {Readonly<Record<string, Content>>} */
const byPath = {
  '/': home,
  '/cart': cart,
  '/checkout/address': address,
  '/checkout/payment': payment,
  '/checkout/thanks': thanks,
  '/help': help,
  '/privacy': privacy,
  ...Object.fromEntries(products.map((each) => [`/product/${each.id}`, product(each)])),
};

/** The page at a path; `lost` where there is none. @param {string} path @returns {Content} */
export const pageAt = (path) => (Object.hasOwn(byPath, path) && byPath[path]) || lost;
