/** @type {import('../pages.js').Content} */
export const help = {
  id: 'help',
  title: 'Help',
  main: `
<div class="prose">
<h1>Help</h1>
<h2 id="reserve">Reserving in store</h2>
<p>Ring 555 0142 and we put it under the counter for two days. The button on the product pages has a bad spring; the telephone has not.</p>
<h2 id="coupon">Coupons</h2>
<p>If a code does not work, order without it and write its name in a mail within 14 days. We take the discount off by hand and send the money back.</p>
<h2 id="locker">Parcel lockers</h2>
<p>The code is printed at the top of the locker’s door: PLC, then the zone, then the number, for example PLC-7-0311. No locker near you? Leave the field empty and we ring at your door.</p>
<h2 id="cards">Cards and invoices</h2>
<p>Every order can be paid by invoice, within 14 days of delivery, at no extra cost.</p>
<h2 id="contact">Talk to a human</h2>
<p>Monday to Saturday, 8 to 18, on 555 0142, or write to hello@furrow-and-field.example.</p>
<p><button type="button" class="button" id="open-chat" data-furrow="open-chat">Open the chat</button></p>
</div>`,
};
