import { $, on } from './shell.js';

on('copy-btn', () => { navigator.clipboard.writeText('SAVE20').catch(() => {}); });
on('share-btn', () => { navigator.clipboard.writeText(location.href).then(() => { $('share-btn').textContent = 'Copied'; }); });
on('voucher-btn', () => { $('voucher').value = `VOUCHER-${Date.now() % 10_000}`; });
on('fill-btn', () => { $('street').value = 'Elm Street 5'; $('town').value = 'Ghent'; });
on('check-btn', () => { for (const id of ['c1', 'c2']) $(id).checked = !$(id).checked; });
on('scroll-btn', () => window.scrollBy({ top: 500, behavior: 'smooth' }));
on('totop-btn', () => window.scrollTo({ top: 0, behavior: 'smooth' }));
on('list-btn', () => { $('list').scrollTop = $('list').scrollTop ? 0 : 300; });
on('focus-btn', () => $('search').focus());
on('audio-btn', () => { new Audio('/beep.wav').play(); });
on('alert-btn', () => alert('Terms and conditions'));
on('print-btn', () => window.print());
on('popup-btn', () => { window.open('/help.html?popup', 'help', 'width=400,height=300'); });
on('tab-btn', () => { window.open('/help.html?docs'); });
on('rule-btn', () => { const [sheet] = document.styleSheets; sheet.insertRule(`h1, #rule-btn { font-size: ${20 + sheet.cssRules.length % 7}px }`, sheet.cssRules.length); });
on('sheet-btn', () => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`body { background: ${document.adoptedStyleSheets.length % 2 ? '#fff' : '#000'}; color: #c80 }`); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; });
on('var-btn', () => { document.documentElement.style.filter = document.documentElement.style.filter ? '' : 'hue-rotate(90deg)'; });
on('wiggle-btn', () => { $('wiggle').animate([{ transform: 'translateX(0)' }, { transform: 'translateX(60px)' }, { transform: 'translateX(0)' }], 700); });
on('modal-btn', () => $('modal').showModal());
on('modal-close', () => $('modal').close());
on('blob-btn', () => { const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['tulips'])), download: 'list.txt' }); link.click(); });
on('full-btn', () => { document.documentElement.requestFullscreen().catch(() => {}); });
on('title-btn', () => { document.title = '(0) Answers'; $('title-btn').style.fontWeight = 'bold'; });
on('swap-btn', () => { $('swap').src = $('swap').src.includes('red') ? svg('blue') : svg('red'); });
on('plot-btn', () => $('dot').setAttribute('cx', String(20 + Number($('dot').getAttribute('cx')) % 90)));
on('reload-btn', () => location.reload());
on('sort-btn', () => $('sorted').append($('sorted').firstElementChild));

const svg = (colour) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg'><rect width='200' height='90' fill='${colour}'/></svg>`)}`;

let zoom = 1;
const pen = $('chart').getContext('2d');
on('chart-btn', () => { zoom *= 1.3; draw(); });
draw();

function draw() {
  pen.clearRect(0, 0, 260, 120);
  pen.beginPath();
  for (let x = 0; x < 260; x++) pen.lineTo(x, 60 + Math.sin(x / 12 / zoom) * 40);
  pen.stroke();
}
