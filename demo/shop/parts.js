import { price } from './public/products.js';

const MONTHS = 'JFMAMJJASOND';

/** One seed packet, as it stands on a shelf. @param {import('./public/products.js').Product} product */
export const packet = ({ id, kind, name, variety, priceCents }) => `
  <a class="packet ${id}" href="/product/${id}" data-kind="${kind}">
    <span class="field"><img src="/drawings/${id}.svg" alt="" width="200" height="220"></span>
    <span class="name">${name} <em>${variety}</em></span>
    <span class="price">${price(priceCents)}</span>
  </a>`;

/** The year in twelve cells: when to sow and when to harvest. @param {import('./public/products.js').Product} product */
export const year = ({ sow, harvest }) => `
  <table class="year" data-furrow="sowing">
    <caption>Sow and harvest</caption>
    <thead><tr><td></td>${[...MONTHS].map((letter, month) => `<th scope="col"><abbr title="${monthName(month)}">${letter}</abbr></th>`).join('')}</tr></thead>
    <tbody>
      ${row('Sow', 'sow', sow)}
      ${row('Harvest', 'harvest', harvest)}
    </tbody>
  </table>`;

/** @param {string} label @param {string} kind @param {readonly number[]} months */
const row = (label, kind, months) => `<tr><th scope="row">${label}</th>${[...MONTHS]
  .map((_, month) => (months.includes(month + 1) ? `<td class="${kind}"><span class="unseen">yes</span></td>` : '<td></td>')).join('')}</tr>`;

/** @param {number} month */
const monthName = (month) => new Date(2026, month, 1).toLocaleDateString('en', { month: 'long' });

/** Minus, number, plus. Many honest fast clicks; nothing here is trouble. @param {string} label */
export const stepper = (label) => `
  <div class="stepper" role="group" aria-label="${label}" data-furrow="quantity">
    <button type="button" data-by="-1" aria-label="One less">−</button>
    <output>1</output>
    <button type="button" data-by="1" aria-label="One more">+</button>
  </div>`;

/** Where the visitor stands on the way to an order. @param {'Basket' | 'Address' | 'Payment'} here */
export const way = (here) => `
  <ol class="way">${['Basket', 'Address', 'Payment'].map((step) => `<li${step === here ? ' aria-current="step"' : ''}>${step}</li>`).join('')}</ol>`;
