/**
 * The frame of every page, with furrow in it as any site would have it: the stub, one script tag, one rules file.
 * @param {import('./pages.js').Content} content
 * @param {{ collect: string, automated: boolean, dir: 'ltr' | 'rtl', locale: string }} setting `locale` is furrow's language; the shop itself speaks English.
 */
export const layout = ({ id, title, main }, { collect, automated, dir, locale }) => `<!doctype html>
<html lang="en" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Furrow &amp; Field</title>
<link rel="icon" href="/drawings/mark.svg">
<link rel="stylesheet" href="/shop.css">
<script src="/panel/room.js"></script>
<script>window.furrow||=Object.assign((...c)=>furrow.q.push(c),{q:[]})</script>
<script async src="/furrow/furrow.js" data-rules="/furrow.json" data-collect="${collect}" data-contact="/help#contact" data-honours="email push team training" data-retention="30" data-transparency="full" data-inspect="allow"${locale ? ` data-locale="${locale}"` : ''}${automated ? ' data-automated="allow"' : ''}></script>
<script type="module" src="/shop.js"></script>
</head>
<body data-page="${id}">
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="notice">A demo shop. Nothing is sold here, and some of it is broken on purpose.</p>
<div class="top">
  <a class="home" href="/"><img src="/drawings/mark.svg" alt="" width="34" height="34"><span>Furrow <i>&amp;</i> Field</span></a>
  <form class="search" role="search" action="/">
    <label class="unseen" for="search">Search the shop</label>
    <input id="search" name="q" type="search" placeholder="Search seeds and tools" autocomplete="off" data-furrow="search">
    <button class="unseen">Search</button>
  </form>
  <nav aria-label="Main">
    <a href="/"${current(id, 'home')}>Shop</a>
    <a href="/help"${current(id, 'help')}>Help</a>
    <a href="/privacy"${current(id, 'privacy')}>Privacy</a>
    <a class="to-cart" href="/cart"${current(id, 'cart')}>Basket <output id="cart-count" aria-label="things in it">0</output></a>
  </nav>
</div>
</header>
<main id="main" tabindex="-1">${main}</main>
<footer>
  <p><strong>Furrow &amp; Field</strong><br>12 Orchard Lane, a town that is made up</p>
  <p><a href="/help">Help and opening hours</a><br><a href="/privacy">What this page notices, and how to stop it</a><br><button type="button" class="link" onclick="furrow('preferences', this)">Help and privacy</button></p>
</footer>
</body>
</html>
`;

/** @param {string} id @param {string} page */
const current = (id, page) => (id === page ? ' aria-current="page"' : '');
