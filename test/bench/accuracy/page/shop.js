import { $, ask, later, on, say } from './shell.js';

// work, at once or late
let items = 0;
on('ok-btn', () => say('ok-out', `${++items} items`));
on('slow1-btn', () => later(1500, () => say('slow1-out', `${Date.now() % 90} in stock`)));
on('slow4-btn', () => later(4000, () => say('slow4-out', `€${Date.now() % 1000}`)));
on('slow6-btn', async () => { await ask('/api/slow'); say('slow6-out', '12 June'); });
on('spin4-btn', () => { $('spin4-out').innerHTML = '<i class="spin"></i>'; later(4000, () => say('spin4-out', '€12')); });
on('spin9-btn', () => { $('spin9-out').innerHTML = '<i class="spin" role="progressbar"></i> Please wait'; later(9000, () => say('spin9-out', '€9 at ours')); });
on('upload-btn', () => { let part = 0; const step = setInterval(() => { $('upload-bar').value = part += 2; if (part >= 100) clearInterval(step); }, 150); });
on('busy-btn', async () => { $('busy-btn').setAttribute('aria-busy', 'true'); $('busy-btn').textContent = 'Checking …'; await ask('/api/slow'); $('busy-btn').setAttribute('aria-busy', 'false'); $('busy-btn').textContent = 'Address is fine'; });
on('stuck-btn', () => { $('stuck-out').innerHTML = '<i class="spin" role="progressbar"></i>'; });
on('skeleton-btn', () => { $('skeleton-out').innerHTML = '<div class="bone"></div><div class="bone"></div>'; later(1200, () => { $('skeleton-out').innerHTML = '<p>Tulips</p><p>Asters</p>'; }); });

// nothing happens
on('noop-btn', () => console.log('saved'));
on('stat-btn', () => navigator.sendBeacon('/api/save', 'share'));
on('hidden-btn', () => say('hidden-out', `details ${Date.now()}`));
on('far-btn', () => say('far-out', 'Your parcel is in Ghent.'));
on('veiled-btn', () => say('err-out', 'Order placed'));

// off for a while
on('once-btn', () => { $('once-btn').disabled = true; say('once-out', 'Thank you'); });
on('cooldown-btn', () => {
  $('cooldown-btn').disabled = true;
  let left = 9;
  const count = setInterval(() => { say('cooldown-btn', `Again in ${left--}`); if (left < 0) { clearInterval(count); $('cooldown-btn').disabled = false; } }, 1000);
  say('cooldown-btn', 'Sent');
});

// failures
const failure = (text) => say('err-out', text);
on('throws-btn', () => { const cart = undefined; cart.items.push(1); });
on('fail-btn', () => ask('/api/fail'));
on('failmsg-btn', async () => { if (!(await ask('/api/fail')).ok) failure('Something went wrong, please try again.'); });
on('reject-btn', () => new Promise((_, reject) => later(300, () => reject(new Error('reviews unavailable')))));
on('late-btn', () => later(1500, () => { throw new Error('estimate failed'); }));
on('declined-btn', async () => { const { ok } = await (await ask('/api/declined')).json(); if (!ok) $('err-out').innerHTML = '<b>Payment declined by your bank</b>'; });
on('offline-btn', () => { fetch('https://rates.example/today').catch(() => {}); });
on('coupon-btn', () => { failure(''); later(60, () => failure('Coupon is not valid')); });
on('throwsok-btn', () => { say('throwsok-out', `added ${Date.now() % 1000}`); throw new Error('could not count'); });
on('missing-btn', () => { $('missing-btn').append(Object.assign(new Image(20, 20), { src: '/missing.png' })); });
let tries = 0;
on('twice-btn', async () => { if (tries++ === 0) { await ask('/api/fail'); failure('Not this time, please try again.'); } else { failure(''); say('twice-out', 'Reserved'); } });

// not failures
let orders = 0;
on('warn-btn', () => { console.error('Warning: legacy property'); say('warn-out', ++orders); });
on('ads-btn', () => { say('ads-out', 'following'); fetch('http://127.0.0.1:9/ads.js').catch(() => {}); });
on('caught-btn', () => { try { null.position; } catch { say('caught-out', 'Type your town instead'); } });
on('probe-btn', async () => say('probe-out', (await fetch('/missing/sam')).status === 404 ? 'free' : 'taken'));
on('snap', async () => { if (!(await ask('/api/fail')).ok) $('snap').checked = !$('snap').checked; }, 'change');
on('menu-btn', (event) => { event.stopPropagation(); $('menu').classList.toggle('open'); });
document.addEventListener('click', ({ target }) => { if ($('menu').classList.contains('open') && !target.closest('#menu')) $('menu').classList.remove('open'); });
