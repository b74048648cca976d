import { lines, onCart, put, totalCents, countThings } from '../cart.js';
import { isBroken } from '../faults.js';
import { one } from '../find.js';
import { price } from '../products.js';
import { bindStepper } from '../stepper.js';

const list = one('#lines');

list.replaceChildren(...lines().map(line));
onCart(() => {
  one('#empty').hidden = lines().length > 0;
  one('#filled').hidden = lines().length === 0;
  one('#things').textContent = String(countThings());
  one('#total').textContent = price(totalCents());
});

one('#coupon').addEventListener('submit', async (event) => {
  event.preventDefault();
  const error = one('#coupon-error');
  const said = one('#coupon-said');
  error.textContent = said.textContent = '';
  const answer = await fetch(isBroken('failing-coupon') ? '/api/coupon?broken' : '/api/coupon', { method: 'POST' });
  if (answer.ok) said.textContent = 'Code taken: 10 % off when it arrives.';
  else error.textContent = 'Something went wrong. Please try again.';
});

/** @param {{ product: import('../products.js').Product, count: number }} line */
function line({ product, count }) {
  const { id, name, variety, priceCents } = product;
  const row = document.importNode(one('#line', HTMLTemplateElement).content, true);
  const item = one('li', HTMLLIElement, row);
  const sum = one('.price', HTMLElement, item);
  const thumb = one('.thumb', HTMLAnchorElement, item);
  thumb.classList.add(id);
  thumb.href = one('.name', HTMLAnchorElement, item).href = `/product/${id}`;
  thumb.ariaHidden = 'true';
  thumb.tabIndex = -1;
  one('img', HTMLImageElement, item).src = `/drawings/${id}.svg`;
  one('.name', HTMLElement, item).textContent = `${name} ${variety}`;
  one('.each', HTMLElement, item).textContent = `${price(priceCents)} each`;
  sum.textContent = price(priceCents * count);
  bindStepper(one('.stepper', HTMLElement, item), (next) => {
    put(id, next);
    sum.textContent = price(priceCents * next);
  }, count);
  one('.remove', HTMLButtonElement, item).addEventListener('click', () => {
    put(id, 0);
    item.remove();
  });
  return item;
}
