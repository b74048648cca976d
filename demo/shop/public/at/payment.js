import { countThings, totalCents } from '../cart.js';
import { isBroken } from '../faults.js';
import { all, one } from '../find.js';
import { furrow } from '../furrow.js';
import { price } from '../products.js';

const form = one('#payment', HTMLFormElement);
const card = one('#card');
const number = one('#number', HTMLInputElement);
const error = one('#number-error');

if (countThings()) one('#total', HTMLOutputElement).value = price(totalCents());

const byCard = () => new FormData(form).get('method') === 'card';
for (const method of all('[name=method]', HTMLInputElement, form)) method.addEventListener('change', () => (card.hidden = !byCard()));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (byCard() && !isAccepted(number.value)) return refuse();
  furrow('signal', 'app:order-placed');
  location.assign('/checkout/thanks');
});

function refuse() {
  error.textContent = 'Card number is not valid';
  number.ariaInvalid = 'true';
  furrow('signal', 'app:card-refused', { target: number });
}

number.addEventListener('input', () => {
  error.textContent = '';
  number.ariaInvalid = null;
});

/** @param {string} typed */
const isAccepted = (typed) => !isBroken('refusing-field') && /^\d{13,19}$/.test(typed.replaceAll(' ', '')) && passesLuhn(typed.replaceAll(' ', ''));

/** The check digit of every payment card (ISO/IEC 7812-1). @param {string} digits */
const passesLuhn = (digits) => [...digits].reverse().reduce((sum, digit, place) => {
  const value = Number(digit) * (place % 2 ? 2 : 1);
  return sum + (value > 9 ? value - 9 : value);
}, 0) % 10 === 0;
