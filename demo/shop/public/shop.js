import { countThings, onCart } from './cart.js';
import { connectChat } from './chat.js';
import { forgiveAll } from './faults.js';
import { furrow } from './furrow.js';
import { tellIncidents } from './incidents.js';
import { openPanel } from './panel/panel.js';

/** Each page's own script, fetched only there. @type {Readonly<Record<string, () => Promise<unknown>>>} */
const scripts = {
  home: () => import('./at/home.js'),
  product: () => import('./at/product.js'),
  cart: () => import('./at/cart.js'),
  address: () => import('./at/address.js'),
  payment: () => import('./at/payment.js'),
  thanks: () => import('./at/thanks.js'),
  help: () => import('./at/help.js'),
  privacy: () => import('./at/privacy.js'),
};

if (new URLSearchParams(location.search).get('faults') === 'off') forgiveAll();

const count = document.querySelector('#cart-count');
onCart(() => {
  if (count) count.textContent = String(countThings());
  furrow('setAttributes', { signedIn: false, thingsInBasket: countThings() });
});

connectChat();
tellIncidents();
openPanel();
await scripts[document.body.dataset.page ?? '']?.();
