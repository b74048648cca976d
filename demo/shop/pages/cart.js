import { stepper, way } from '../parts.js';

/** @type {import('../pages.js').Content} */
export const cart = {
  id: 'cart',
  title: 'Basket',
  main: `
${way('Basket')}
<h1>Basket</h1>
<div class="empty" id="empty" hidden>
  <p>Nothing in it yet.</p>
  <p><a class="button" href="/#shelf">See what grows</a></p>
</div>
<div class="two" id="filled" hidden>
  <ul class="lines" id="lines" aria-label="In your basket"></ul>
  <section class="sum" aria-labelledby="sum-title">
    <h2 id="sum-title">Sum</h2>
    <dl><dt>Things</dt><dd id="things"></dd><dt>Delivery</dt><dd>€3.90</dd><dt class="total">Together</dt><dd class="total" id="total"></dd></dl>
    <form id="coupon" data-furrow="coupon" novalidate>
      <label for="code">Coupon</label>
      <div class="inline"><input id="code" name="code" value="SPROUT10" autocomplete="off" spellcheck="false"><button class="button plain">Apply</button></div>
      <p class="error" id="coupon-error" role="alert"></p>
      <p id="coupon-said" role="status"></p>
    </form>
    <a class="button wide" href="/checkout/address" data-furrow="checkout">Go to checkout</a>
  </section>
</div>
<template id="line">
  <li>
    <a class="thumb"><img alt="" width="200" height="220"></a>
    <div><a class="name"></a><p class="quiet each"></p></div>
    ${stepper('How many')}
    <p class="price"></p>
    <button type="button" class="link remove">Remove</button>
  </li>
</template>`,
};
