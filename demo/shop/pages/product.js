import { stepper, year } from '../parts.js';
import { price } from '../public/products.js';

/** @param {import('../public/products.js').Product} sold @returns {import('../pages.js').Content} */
export function product(sold) {
  const { id, kind, name, variety, priceCents, text, sow, soldOut } = sold;
  return {
    id: 'product',
    title: `${name} ${variety}`,
    main: `
<p class="crumbs"><a href="/">Shop</a> / ${kind === 'seeds' ? 'Seeds' : 'Tools'}</p>
<article class="product" data-product="${id}">
  <div class="picture ${id}" id="picture" data-furrow="picture"><img src="/drawings/${id}.svg" alt="${name}, drawn" width="200" height="220"></div>
  <div>
    <h1>${name} <em>${variety}</em></h1>
    <p class="price">${price(priceCents)}</p>
    <p>${text}</p>
    ${sow.length ? year(sold) : ''}
    <div class="buy">
      ${stepper('How many')}
      <button type="button" class="button" id="add" data-furrow="add-to-basket">Add to basket</button>
    </div>
    ${soldOut ? `<p class="hint" id="sold" hidden>${soldOut}</p>` : ''}
    <p id="added" role="status"></p>
    <div class="more">
      <button type="button" class="button plain" id="reserve" data-furrow="reserve">Reserve in store</button>
      <button type="button" class="button plain" id="stock" data-furrow="stock">Check the stock</button>
      <button type="button" class="button plain" id="guide" data-furrow="guide">Show the planting guide</button>
    </div>
    <p id="told" role="status"></p>
  </div>
</article>
<dialog id="large" aria-label="${name}, large"><img src="/drawings/${id}.svg" alt="${name}, drawn" width="400" height="440"><form method="dialog"><button class="button plain">Close</button></form></dialog>`,
  };
}
