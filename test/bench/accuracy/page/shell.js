/** The element with an id. */
export const $ = (id) => document.getElementById(id);

/** Does something when an element is pressed, or on another event. */
export const on = (id, act, event = 'click') => $(id).addEventListener(event, act);

/** Shows a text. */
export const say = (id, text) => { $(id).textContent = text; };

/** After so many ms. */
export const later = (ms, act) => setTimeout(act, ms);

/** Asks the shop's backend for something. */
export const ask = (path) => fetch(path, { method: 'POST' });

const asked = new URLSearchParams(location.search);
document.addEventListener('click', () => {}); // frameworks listen at the root; so does this shop
document.documentElement.dir = asked.get('dir') ?? 'ltr';
on('theme', () => document.documentElement.classList.toggle('dark'));

/** What pages do by themselves. */
const NOISE = {
  /** A price that changes four times a second. */
  ticker: () => every(250, (n) => show('ticker', `EURUSD 1.${1000 + n}`)),
  /** A clock. */
  clock: () => every(1000, (n) => show('ticker', `12:00:${String(n % 60).padStart(2, '0')}`)),
  /** Rotating adverts: text and class. */
  promo: () => every(1200, (n) => { show('promo', `Promo ${n % 3}`); $('promo').className = `noise p${n % 3}`; }),
  /** An animation by script, a style in each frame. */
  frames: () => {
    show('promo', 'New!');
    const draw = (ms) => { $('promo').style.opacity = String(0.5 + 0.5 * Math.sin(ms / 200)); requestAnimationFrame(draw); };
    requestAnimationFrame(draw);
  },
  /** Asks for news and shows nothing. */
  poll: () => every(700, () => fetch('/api/page?poll')),
  /** Writes a class that is not there on every click. */
  nowrite: () => document.addEventListener('click', () => document.body.classList.remove('open')),
  /** An attribute for scripts only, on every click. */
  stat: () => document.addEventListener('click', (event) => event.target.setAttribute('data-seen', String(Date.now()))),
  /** Somebody else's script that keeps failing. */
  crash: () => every(900, () => { throw new Error('widget crashed'); }),
  /** Somebody else's request that keeps failing. */
  fail: () => every(900, () => ask('/api/fail')),
  /** Messages that come in by themselves, like a chat. */
  chat: () => every(1700, (n) => { $('ticker').style.display = 'block'; $('ticker').insertAdjacentHTML('beforeend', `<br>Message ${n}`); }),
  /** A long task every second. */
  heavy: () => every(1000, () => { for (const end = performance.now() + 180; performance.now() < end;); }),
};
for (const name of (asked.get('noise') ?? '').split(',')) NOISE[name]?.();

function every(ms, act) {
  let n = 0;
  setInterval(() => act(++n), ms);
}

function show(id, text) {
  $(id).style.display = 'block';
  $(id).textContent = text;
}
