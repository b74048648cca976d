import { $, on, say } from './shell.js';

const VIEWS = {
  '/app': ['Overview', '<p>Two orders are on their way.</p><button id="app-fold">Fold</button><p id="app-folded">Unfolded</p>'],
  '/app/orders': ['Orders', '<p>Order 1001, order 1002.</p><button id="app-dead">Track</button> <button id="app-tab">Invoices</button>'],
  '/app/settings': ['Settings', '<form id="app-form" class="stack"><label>Name <input id="app-name"></label><label>Town <input id="app-town"></label><button id="app-save">Save</button></form>'],
};

for (const id of ['app-home', 'app-orders', 'app-settings', 'app-same']) {
  on(id, (event) => {
    event.preventDefault();
    if ($(id).pathname !== location.pathname) history.pushState({}, '', $(id).pathname + location.search);
    show();
  });
}
window.addEventListener('popstate', show);
document.addEventListener('click', ({ target }) => {
  if (target.id === 'app-fold') say('app-folded', $('app-folded').textContent ? '' : 'Unfolded');
  if (target.id === 'app-tab') history.replaceState({}, '', `${location.pathname}?tab=invoices`);
});
document.addEventListener('submit', (event) => {
  event.preventDefault();
  $('view-body').innerHTML = '<p>Saved</p>';
});
show();

function show() {
  const [title, body] = VIEWS[location.pathname] ?? VIEWS['/app'];
  say('view', title);
  $('view-body').innerHTML = body;
}
