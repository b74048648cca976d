import { way } from '../parts.js';

/** @type {import('../pages.js').Content} */
export const address = {
  id: 'address',
  title: 'Address',
  main: `
${way('Address')}
<h1>Where shall it go?</h1>
<form class="sheet" id="address" action="/checkout/payment" data-furrow="address">
  <label for="name">Name</label>
  <input id="name" name="name" autocomplete="name" required>
  <label for="street">Street and number</label>
  <input id="street" name="street" autocomplete="street-address" required>
  <div><div class="pair" data-furrow="town">
    <div><label for="postcode">Postcode</label><input id="postcode" name="postcode" autocomplete="postal-code" required></div>
    <div><label for="town">Town</label><input id="town" name="town" autocomplete="address-level2" required></div>
  </div></div>
  <label for="locker">Parcel locker code</label>
  <input id="locker" name="locker" autocomplete="off" data-furrow="locker-code" aria-describedby="locker-hint">
  <p class="hint" id="locker-hint">Format PLC-7, zone first.</p>
  <fieldset class="calendar" id="calendar" data-furrow="delivery-date">
    <legend>Delivery day</legend>
    <div class="month"><button type="button" data-by="-1" aria-label="Month before">‹</button><p aria-live="polite"></p><button type="button" data-by="1" aria-label="Month after">›</button></div>
    <table><thead><tr>${['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((day) => `<th scope="col">${day}</th>`).join('')}</tr></thead><tbody></tbody></table>
    <p class="hint">Chosen: <output>the next day we drive</output></p>
  </fieldset>
  <div class="ends"><a href="/cart">Back to the basket</a><button class="button">On to payment</button></div>
</form>`,
};
