/** @type {import('../pages.js').Content} */
export const lost = {
  id: 'lost',
  title: 'Not here',
  main: `
<div class="empty">
  <h1>Nothing grows here</h1>
  <p>There is no page at this address.</p>
  <p><a class="button" href="/">Back to the shop</a></p>
</div>`,
};
