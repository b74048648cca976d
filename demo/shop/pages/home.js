import { packet } from '../parts.js';
import { products } from '../public/products.js';

const IN_SEASON = ['sunflower', 'radish', 'pea', 'cornflower', 'carrot', 'beetroot'];

const slide = (/** @type {string} */ id, /** @type {number} */ index) => {
  const product = products.find((each) => each.id === id);
  return product && `<li class="${id}"${index ? ' hidden' : ''}><a href="/product/${id}"><img src="/drawings/${id}.svg" alt="" width="200" height="220"><span>${product.name} <em>${product.variety}</em></span></a></li>`;
};

/** @type {import('../pages.js').Content} */
export const home = {
  id: 'home',
  title: 'Seeds and tools for small plots',
  main: `
<section class="hero">
  <div class="words">
    <h1>Seeds and tools for small plots</h1>
    <p>Six varieties that forgive a beginner, and the three tools we would not be without.</p>
    <p><a class="button" href="#shelf">See what grows</a></p>
  </div>
  <div class="carousel" role="group" aria-roledescription="carousel" aria-label="In season" data-furrow="carousel">
    <ul aria-live="polite">${IN_SEASON.map(slide).join('')}</ul>
    <button type="button" data-by="-1" aria-label="Previous variety">‹</button>
    <button type="button" data-by="1" aria-label="Next variety">›</button>
  </div>
</section>
<section id="shelf" aria-labelledby="shelf-title">
  <div class="shelf-top">
    <h2 id="shelf-title">On the shelf</h2>
    <div class="filter" role="group" aria-label="Show" data-furrow="filter">
      <button type="button" value="" aria-pressed="true">All</button>
      <button type="button" value="seeds" aria-pressed="false">Seeds</button>
      <button type="button" value="tools" aria-pressed="false">Tools</button>
    </div>
  </div>
  <p id="found" role="status" class="quiet"></p>
  <div class="packets">${products.map(packet).join('')}</div>
</section>`,
};
