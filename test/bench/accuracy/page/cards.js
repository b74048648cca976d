import { $, later, on, say } from './shell.js';

const STYLE = '<style>button, input { font: inherit; padding: 9px 14px; margin-right: 10px; cursor: pointer }</style>';

customElements.define('shadow-widget', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `${STYLE}<button id="s-ok">Like</button><span id="s-out">0</span> <button id="s-dead">Report</button> <button id="s-throws">Translate</button> <input id="s-chk" type="checkbox" aria-label="follow"><br><input id="s-text" aria-label="nickname">`;
    let likes = 0;
    root.getElementById('s-ok').onclick = () => { root.getElementById('s-out').textContent = String(++likes); };
    root.getElementById('s-throws').onclick = () => { throw new Error('no translator'); };
  }
});

customElements.define('closed-widget', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'closed' });
    root.innerHTML = `${STYLE}<button>Rate</button><span>–</span>`;
    let rate = 0;
    root.querySelector('button').onclick = () => { root.querySelector('span').textContent = String(++rate); };
  }
});

on('live-card', () => say('live-card-out', `Opened ${Date.now() % 1000}`));
on('live-row', () => say('live-row-out', 'Expanded'));
for (const [id, text] of [['delete-btn', 'Deleted'], ['upgrade-btn', 'Upgraded'], ['keep-btn', 'Kept']]) on(id, () => say('choice-out', text));

/** As frameworks do: with every change the button is made anew. */
let votes = 0;
const render = () => { $('rerender').innerHTML = `<button id="vote">Vote ${votes}</button> <button id="veto">Veto</button>`; on('vote', () => { votes++; render(); }); on('veto', render); };
render();

/** With ?late, something comes in after a while. */
if (new URLSearchParams(location.search).has('late')) later(2500, () => { $('late-slot').innerHTML = '<button id="late">New offer</button>'; on('late', () => say('choice-out', 'Offer opened')); });
