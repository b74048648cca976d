import { $, on } from './shell.js';

// pictures that are drawn
for (const [id, dot] of [['canvas', true], ['sign', false]]) {
  const pen = $(id).getContext('2d');
  let down = false;
  on(id, (event) => { down = true; pen.beginPath(); pen.moveTo(event.offsetX, event.offsetY); if (dot) pen.fillRect(event.offsetX - 4, event.offsetY - 4, 8, 8); }, 'pointerdown');
  on(id, (event) => { if (down) { pen.lineTo(event.offsetX, event.offsetY); pen.stroke(); } }, 'pointermove');
  window.addEventListener('pointerup', () => { down = false; });
}

// a player with a button of its own
on('play-btn', () => { if ($('plain-video').paused) $('plain-video').play(); else $('plain-video').pause(); });

// a list of choices and a slider, as many libraries make them
const open = (yes) => { $('combo-list').classList.toggle('open', yes); $('combo').setAttribute('aria-expanded', String(yes)); };
on('combo', () => open(!$('combo-list').classList.contains('open')));
for (const id of ['plan-1', 'plan-2']) on(id, () => { $('combo').textContent = $(id).textContent; open(false); });
const slide = (by) => { const to = Math.max(0, Math.min(10, Number($('slider').textContent) + by)); $('slider').textContent = String(to); $('slider').setAttribute('aria-valuenow', String(to)); };
on('slider', ({ key }) => { if (key === 'ArrowRight') slide(1); if (key === 'ArrowLeft') slide(-1); }, 'keydown');

// what is dragged and swiped
$('scrollbox').innerHTML = Array.from({ length: 40 }, (_, n) => `<p>Line ${n + 1}</p>`).join('');
let held;
for (const item of document.querySelectorAll('.item')) item.addEventListener('pointerdown', (event) => { held = { item, y: event.clientY }; item.setPointerCapture(event.pointerId); });
on('drag', (event) => { if (held) held.item.style.transform = `translateY(${event.clientY - held.y}px)`; }, 'pointermove');
on('drag', (event) => {
  if (!held) return;
  const { item, y } = held;
  held = undefined;
  item.style.transform = '';
  if (event.clientY - y > 20) (item.nextElementSibling ?? item).after(item);
  else if (y - event.clientY > 20) item.previousElementSibling?.before(item);
}, 'pointerup');
let shown = 0;
let from = 0;
$('swiper').addEventListener('touchstart', ({ touches: [finger] }) => { from = finger.clientX; }, { passive: true });
$('swiper').addEventListener('touchend', ({ changedTouches: [finger] }) => {
  const by = finger.clientX - from;
  if (Math.abs(by) > 30) shown = Math.max(0, Math.min(2, shown - Math.sign(by)));
  $('swiper-in').style.transform = `translateX(${-300 * shown}px)`;
});
