import { $, on, say } from './shell.js';

// steppers and pagers
on('qty-plus', () => { $('qty').value = Number($('qty').value) + 1; });
on('qty-minus', () => { $('qty').value = Math.max(0, Number($('qty').value) - 1); });
let tickets = 1;
on('max-plus', () => { tickets = Math.min(4, tickets + 1); say('max-out', `${tickets} of 4`); });
let slide = 1;
const turn = (by) => say('car-out', `Slide ${slide = (slide + by + 11) % 12 + 1} of 12`);
on('car-next', () => turn(1));
on('car-prev', () => turn(-1));
let month = 0;
const leaf = (by) => { month += by; say('cal-out', `${2026 + Math.floor(month / 12)}-${String((month % 12 + 12) % 12 + 1).padStart(2, '0')}`); };
on('cal-next', () => leaf(1));
on('cal-prev', () => leaf(-1));
let page = 1;
const go = async (by) => { await fetch(`/api/page?n=${page}`); say('page-out', `page ${page += by}`); };
on('page-next', () => go(1));
on('page-prev', () => go(-1));
on('strip-next', () => $('strip').scrollBy({ left: 160 }));

// toggles, games, sounds
let edits = 20;
on('undo-btn', () => say('undo-out', `${--edits} edits`));
let likes = 0;
on('like-btn', () => { say('like-out', ++likes % 2); $('like-btn').setAttribute('aria-pressed', String(likes % 2 === 1)); });
on('bell-btn', () => { new Audio('/beep.wav').play(); });
on('dice-btn', () => say('dice-out', `${1 + Date.now() % 6} · ${Date.now() % 1000}`));
const beats = [];
on('beat-btn', () => { beats.push(performance.now()); say('beat-out', beats.length > 1 ? `${Math.round(60_000 / ((beats.at(-1) - beats[0]) / (beats.length - 1)))} bpm (${beats.length})` : 'go on'); });
let cookies = 0;
const pen = $('game').getContext('2d');
const bake = () => { pen.fillStyle = '#fff'; pen.fillRect(0, 0, 180, 180); pen.fillStyle = '#c98'; pen.beginPath(); pen.arc(90, 90, 60 + cookies % 5, 0, 7); pen.fill(); pen.fillText(`cookies ${cookies}`, 60, 20); };
bake();
on('game', () => { cookies++; bake(); });
let zoom = 1;
const scale = (by) => { zoom *= by; $('map-inner').style.transform = `scale(${zoom})`; };
on('zoom-in', () => scale(1.2));
on('zoom-out', () => scale(1 / 1.2));
on('map', () => scale(1.3), 'dblclick');

// many of a kind
for (const digit of '123456789*0#') add('pad', button({ id: `pad-${{ '*': 'star', '#': 'hash' }[digit] ?? digit}`, text: digit }), () => say('pad-out', $('pad-out').textContent + digit));
for (let day = 1; day <= 28; day++) add('days', button({ id: `day-${day}`, text: day }), (own) => { $('days').querySelector('.chosen')?.classList.remove('chosen'); own.classList.add('chosen'); say('days-out', `${day} May`); });
for (let cell = 1; cell <= 8; cell++) add('cells', button({ id: `cell-${cell}`, text: '?' }), (own) => { own.textContent = own.textContent === '?' ? String(cell % 4) : '?'; });
for (let n = 1; n <= 5; n++) {
  const toast = Object.assign(document.createElement('div'), { className: 'toast', innerHTML: `Message ${n} ` });
  toast.append(button({ text: '×', className: 'toast-x', label: 'dismiss' }));
  toast.lastChild.onclick = () => toast.remove();
  $('toasts').append(toast);
  add('stars', Object.assign(document.createElement('span'), { className: 'star', id: `star-${n}`, textContent: '★' }), () => { for (let m = 1; m <= 5; m++) $(`star-${m}`).classList.toggle('on', m <= n); });
}
for (let n = 1; n <= 4; n++) {
  on(`g${n}`, () => say('g-out', `showing ${n}`));
  $('todo').insertAdjacentHTML('beforeend', `<li><label><input type="checkbox" id="todo-${n}"> Task ${n}</label></li>`);
}
for (const n of [1, 2, 3]) on(`tab-${n}`, () => { for (const m of [1, 2, 3]) $(`tab-${m}`).setAttribute('aria-selected', String(n === m)); say('tab-out', `${$(`tab-${n}`).textContent} panel`); });

function button({ id = '', text, className = '', label }) {
  const made = Object.assign(document.createElement('button'), { id, textContent: String(text), className });
  if (label) made.setAttribute('aria-label', label);
  return made;
}

function add(parent, child, act) {
  child.addEventListener('click', () => act(child));
  $(parent).append(child);
}
