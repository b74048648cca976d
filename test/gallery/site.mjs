import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../demo/collector/serve.js';
import { hostWords } from './hostWords.mjs';

/** A checkout, as a visitor would meet it: pretty enough to see whether furrow's surfaces belong there. */
const style = `
:root{color-scheme:light dark;--ground:#f4f1ea;--paper:#fff;--ink:#22261f;--line:#cfcabd;--leaf:#2f6b3f}
@media(prefers-color-scheme:dark){:root{--ground:#14171a;--paper:#1f2327;--ink:#e9e7e1;--line:#3c4247;--leaf:#8fd19e}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 sans-serif}
header{display:flex;justify-content:space-between;padding:.75rem 1.25rem;background:var(--paper);border-bottom:1px solid var(--line)}
header a{color:inherit}
main{max-width:36rem;min-height:180vh;margin:0 auto;padding:1.25rem}
h1{margin:0 0 1rem;font-size:1.5rem}
p{margin:0 0 1rem}
label{display:block;font-weight:600}
input{width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid currentColor;border-radius:.4rem;background:var(--paper);color:inherit;font:inherit}
button{min-height:2.75rem;padding:.5rem 1.25rem;border:1px solid var(--leaf);border-radius:.4rem;background:var(--leaf);color:var(--paper);font:inherit;font-weight:600}
button+button{background:none;color:var(--leaf)}
`;

/**
 * The host's page. What its address asks for: `lang`, the `template` of its rule, `ask`, `chip`, and whether the chat answers.
 * @param {URLSearchParams} asked
 */
function pageOf(asked) {
  const lang = asked.get('lang') ?? 'en';
  const says = hostWords[lang];
  const field = (id) => `<p><label for="${id}">${says[id]}</label><input id="${id}" data-furrow="${id}" autocomplete="off"></p>`;
  const consent = asked.has('yes') ? "furrow('grant');" : '';
  const stays = asked.has('stays') ? '' : 'data-collect="https://notes.orchard.example/batches" data-retention="30"';
  return `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${says.title}</title><link rel="icon" href="data:,">
<style>${style}</style><script>window.furrow||=Object.assign((...c)=>furrow.q.push(c),{q:[]});${consent}
furrow('use',{id:'chat',open:()=>new Promise(answer=>window.chatAnswers=answer),reach:()=>({waitMinutes:4,phone:'+49 30 123456'})})</script>
<script async src="/furrow/furrow.js" data-automated="allow" data-inspect="allow" data-contact="/contact" data-honours="email push team predictive training" data-transparency="full" ${stays}
data-ask="${asked.get('ask') ?? 'manual'}" data-rules="/rules.json?${asked}"></script></head>
<body><header><b>${says.shop}</b><a href="#basket">${says.basket}</a></header><main><h1>${says.title}</h1><p>${says.sum}</p>
<div>${field('name')}</div><div>${field('card')}</div><div>${field('coupon')}</div><p><button id="pay" data-furrow="pay" type="button">${says.pay}</button> <button type="button">${says.later}</button></p></main></body></html>`;
}

/** The rules of that page: one, which speaks as soon as somebody hammers the dead button, or the page says that they are stuck. @param {URLSearchParams} asked */
function rulesOf(asked) {
  const { nudge: { title, body, cta, other }, why, line, steps } = hostWords[asked.get('lang') ?? 'en'];
  const template = asked.get('template') ?? 'tooltip';
  const ctas = [{ label: cta, do: 'app-event', target: 'app:invoice', style: 'primary' }, { label: other, do: 'open-url', target: '/cards' }];
  const nudge = {
    inline: { template, at: 'coupon', title: line },
    steps: { template, title, steps: steps.map(([title, body], index) => ({ at: ['card', 'coupon', 'pay'][index], title, body })) },
  }[template] ?? { template, title, body, ctas: template === 'chat-invite' ? [{ ...ctas[0] }] : ctas };
  return {
    id: 'orchard',
    quiet: { firstSeconds: 0 },
    limits: { perPage: 9, perSession: 9, perDay: 9, perWeek: 9, gap: '0s' },
    ...(asked.has('chip') && { policy: [{ action: 'passive', channel: 'chip' }] }),
    rules: [{
      id: 'payment-is-stuck', owner: 'shop@orchard.example', why, where: { page: '/*', element: 'pay' }, signals: [{ signal: 'rage-click', points: 90 }, { signal: 'app:stuck', points: 90 }],
      help: { score: 50, waitForPause: '0s' }, nudge, resolved: [{ event: 'app:paid' }],
    }],
  };
}

/** Serves the host's page with the furrow that is built there now; what is built while pictures are taken changes none of them. @param {string} dist */
export function startSite(dist) {
  const built = new Map(readdirSync(dist).filter((file) => file.endsWith('.js')).map((file) => [`/furrow/${file}`, readFileSync(join(dist, file))]));
  const answer = (body, type) => new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
  return serve(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (built.has(pathname)) return answer(built.get(pathname), 'text/javascript');
    if (pathname === '/rules.json') return answer(JSON.stringify(rulesOf(searchParams)), 'application/json');
    return pathname === '/' ? answer(pageOf(searchParams), 'text/html') : new Response('', { status: 404 });
  }, { port: 0 });
}
