import { way } from '../parts.js';

/** @type {import('../pages.js').Content} */
export const payment = {
  id: 'payment',
  title: 'Payment',
  main: `
${way('Payment')}
<h1>How would you like to pay?</h1>
<form class="sheet" id="payment" novalidate data-furrow="payment">
  <p class="hint">A demo: please type no real card. 4242 4242 4242 4242 is nobody’s.</p>
  <fieldset class="choice" data-furrow="method">
    <legend>Way of paying</legend>
    <label><input type="radio" name="method" value="card" checked> Card</label>
    <label><input type="radio" name="method" value="invoice" data-furrow="pay-later"> Invoice, within 14 days of delivery</label>
  </fieldset>
  <div id="card">
    <label for="number">Card number</label>
    <input id="number" name="number" inputmode="numeric" autocomplete="off" data-furrow="card-number" aria-describedby="number-error">
    <p class="error" id="number-error" role="alert"></p>
    <div class="pair">
      <div><label for="expires">Valid until</label><input id="expires" name="expires" placeholder="MM/YY" inputmode="numeric" autocomplete="off"></div>
      <div><label for="check">Check digits</label><input id="check" name="check" inputmode="numeric" autocomplete="off"></div>
    </div>
  </div>
  <div class="ends"><a href="/checkout/address">Back to the address</a><button class="button" data-furrow="pay">Pay <output id="total"></output></button></div>
</form>`,
};
