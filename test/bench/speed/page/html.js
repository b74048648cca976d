import { createRandom } from '../random.js';

/** What the visitor of the trace touches stands in every page, however many elements follow it. */
const PRODUCTS_TOUCHED = 24;
const WORDS = 'carrot beetroot radish pea sunflower twine fork seed spade basket glove pot rake bulb onion chard sorrel thyme'.split(' ');

/**
 * A shop's page: header with search and basket, filters, products, a form, a table, questions, and more products until there are enough elements.
 * @param {{ elements: number, head: string }} wanted `head` comes after the clock.
 */
export function pageHtml({ elements, head }) {
  const random = createRandom(elements);
  const parts = [header(), filters(random), form(), table(), questions(), footer()];
  const products = Array.from({ length: PRODUCTS_TOUCHED }, (_, i) => product(i, random));
  let count = elementsIn([...parts, ...products].join('')) + SHELL_ELEMENTS;
  const each = elementsIn(product(0, random));
  for (; count + each <= elements; count += each) products.push(product(products.length, random));
  const rest = '<i></i>'.repeat(Math.max(0, elements - count));
  const [top, side, order, rows, faq, bottom] = parts;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Seeds and tools</title><link rel="stylesheet" href="/page/shop.css">
<script src="/page/clock.js"></script>
${head}
</head><body>${top}<div class="columns">${side}<main><h1 id="heading">Seeds and tools</h1>${order}${rows}${faq}<section class="grid">${products.join('')}</section><div>${rest}</div></main></div>${bottom}
<script type="module" src="/page/shop.js"></script></body></html>`;
}

/** html, head, body, columns, main, h1, the grid, what holds the rest, and the script. */
const SHELL_ELEMENTS = 9;

/** @param {string} html */
function elementsIn(html) {
  return html.match(/<[a-z]/g)?.length ?? 0;
}

function header() {
  const pages = ['seeds', 'tools', 'pots', 'books', 'gifts', 'help'];
  return `<header><nav>${pages.map((page) => `<a id="nav-${page}" href="/p/${page}">${page}</a>`).join('')}</nav>
    <form id="find" role="search"><input id="search" type="search" aria-label="Search"><button id="search-go">Search</button><ul id="suggestions"></ul></form>
    <p id="ticker" aria-hidden="true">0 orders today</p><button id="basket">Basket <b id="badge">0</b></button></header>`;
}

/** @param {() => number} random */
function filters(random) {
  const group = (/** @type {string} */ name) => `<fieldset><legend>${name}</legend>${Array.from({ length: 6 }, (_, i) => `<label><input type="checkbox" id="${name}-${i}"> ${word(random)}</label>`).join('')}</fieldset>`;
  return `<aside>${['colour', 'season', 'maker'].map(group).join('')}<select id="sort"><option>new</option><option>cheap</option><option>dear</option></select></aside>`;
}

function form() {
  const field = (/** @type {string} */ id, type = 'text') => `<p><label for="${id}">${id}</label><input id="${id}" type="${type}"><small></small></p>`;
  return `<form id="order">${field('name')}${field('email', 'email')}${field('street')}${field('card')}${field('coupon')}
    <p><label for="note">note</label><textarea id="note"></textarea></p><p role="alert" id="order-error"></p><button id="pay">Pay</button>
    <button type="button" id="reserve">Reserve in store</button><button type="button" id="broken">Gift wrap</button></form>`;
}

function table() {
  return `<table><tbody id="rows">${Array.from({ length: 20 }, (_, i) => row(i)).join('')}</tbody></table><nav><button id="page-back">Back</button><button id="page-on">On</button></nav>`;
}

/** @param {number} i */
function row(i) {
  return `<tr><td>${i}</td><td>lot ${i}</td><td><button>Details</button></td></tr>`;
}

function questions() {
  return `<section class="faq">${Array.from({ length: 10 }, (_, i) => `<article><h2><button id="faq-${i}" aria-expanded="false">Question ${i}</button></h2><p hidden>An answer of some length, which nobody reads.</p></article>`).join('')}</section>`;
}

function footer() {
  return '<footer><div id="carousel"><span>one</span></div><a id="terms" href="#terms">Terms</a></footer>';
}

/** @param {number} i @param {() => number} random */
function product(i, random) {
  const tags = Array.from({ length: 3 }, () => `<li>${word(random)}</li>`).join('');
  return `<article class="card" id="card-${i}"><div class="picture"></div><h3><a id="link-${i}" href="/p/${i}">${word(random)} ${word(random)}</a></h3><p>${word(random)} from our own field, sold by weight.</p><p class="price">€ ${Math.ceil(random() * 40)}</p>
    <div class="stepper"><button id="less-${i}" data-by="-1">−</button><output>1</output><button id="more-${i}" data-by="1">+</button></div><button id="add-${i}">Add</button><button id="wish-${i}" aria-pressed="false">♡</button><ul>${tags}</ul></article>`;
}

/** @param {() => number} random */
function word(random) {
  return WORDS[Math.floor(random() * WORDS.length)] ?? 'seed';
}
