/** @type {import('../pages.js').Content} */
export const thanks = {
  id: 'thanks',
  title: 'Thank you',
  main: `
<div class="empty">
  <h1>Thank you</h1>
  <p>Your pretended order is on its pretended way. Nothing was charged and nothing was sent.</p>
  <p><a class="button" href="/">Back to the shop</a></p>
</div>`,
};
