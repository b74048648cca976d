/** The page's own life: what its controls do, and what changes by itself. Some of it is broken on purpose. */

/** @param {string} id */
const one = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {readonly (readonly [RegExp, (control: HTMLElement) => void])[]} */
const CONTROLS = [
  [/^(less|more)-/, (button) => { const output = /** @type {HTMLOutputElement} */ (button.parentElement?.querySelector('output')); output.value = String(Number(output.value) + Number(button.dataset.by)); }],
  [/^add-/, addToBasket],
  [/^wish-/, (button) => button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))],
  [/^faq-/, (button) => { const answer = /** @type {HTMLElement} */ (button.closest('article')?.lastElementChild); answer.hidden = !answer.hidden; button.setAttribute('aria-expanded', String(!answer.hidden)); }],
  [/^page-/, () => renderRows(20)],
  [/^nav-/, (link) => { history.pushState({}, '', `/shop/${link.id}`); one('heading').textContent = link.textContent; }],
  [/^broken$/, () => { throw new TypeError('the ribbon is missing'); }],
  [/^pay$/, refuse],
  [/^search-go$/, suggest],
];

document.addEventListener('click', (event) => {
  const control = /** @type {HTMLElement} */ (event.target)?.closest?.('button,a');
  if (control) event.preventDefault();
  for (const [pattern, act] of CONTROLS) if (control && pattern.test(control.id)) act(/** @type {HTMLElement} */ (control));
});
document.addEventListener('change', ({ target }) => {
  if (!/** @type {Element} */ (target).closest('fieldset')) return;
  for (const card of document.querySelectorAll('.card:nth-child(3n):nth-child(-n+24)')) card.classList.toggle('off');
});
one('search').addEventListener('input', () => setTimeout(suggest, 150));

setInterval(() => { one('ticker').textContent = `${Math.floor(performance.now() / 1000)} orders today`; }, 1000);
setInterval(() => { one('carousel').innerHTML = `<span>${Math.floor(performance.now())}</span>`; }, 5000);
setInterval(() => renderRows(50), 10_000);

/** @param {HTMLElement} button */
function addToBasket(button) {
  one('badge').textContent = String(Number(one('badge').textContent) + 1);
  const toast = Object.assign(document.createElement('div'), { className: 'toast', textContent: `Added ${button.id}` });
  toast.setAttribute('role', 'status');
  document.body.append(toast);
  setTimeout(() => toast.remove(), 2000);
}

function refuse() {
  one('order-error').textContent = '';
  setTimeout(() => { one('order-error').textContent = 'The card was refused.'; }, 300);
}

function suggest() {
  one('suggestions').replaceChildren(...Array.from({ length: 8 }, (_, i) => Object.assign(document.createElement('li'), { textContent: `seed ${i}` })));
}

/** @param {number} count */
function renderRows(count) {
  const first = Math.floor(performance.now()) % 1000;
  one('rows').innerHTML = Array.from({ length: count }, (_, i) => `<tr><td>${first + i}</td><td>lot ${first + i}</td><td><button>Details</button></td></tr>`).join('');
}
