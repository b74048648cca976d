import { $, ask, on, say } from './shell.js';

/** Does something instead of leaving the page with a form. */
const sent = (id, act) => on(id, (event) => { event.preventDefault(); act(); }, 'submit');

sent('form', async () => {
  const wrong = !/^\S+@\S+\.\S+$/.test($('f-email').value) ? 'Enter a valid email address' : !/^\d{12,}$/.test($('f-card').value.replaceAll(' ', '')) ? 'Card number is not valid' : '';
  say('f-err', wrong);
  $('f-email').setAttribute('aria-invalid', String(wrong.includes('email')));
  $('f-card').setAttribute('aria-invalid', String(wrong.includes('Card')));
  if (wrong) return;
  await ask('/api/save');
  $('form').innerHTML = '<p>Thank you, the order is placed.</p>';
});
on('f-help', () => { $('f-hint').hidden = !$('f-hint').hidden; });
sent('news', () => { $('news').innerHTML = '<p>Subscribed</p>'; });
sent('login', async () => { if (!(await ask('/api/login')).ok) say('l-err', 'Wrong password'); });
sent('reg', async () => { say('r-err', ''); if (!(await ask('/api/validate')).ok) say('r-err', 'This nickname cannot be used'); });
sent('otp', () => { $('otp').innerHTML = '<p>Confirmed</p>'; });
on('w-next', () => { $('w-1').hidden = true; $('w-2').hidden = false; });
sent('wizard', () => { $('wizard').innerHTML = '<p>All done</p>'; });

/** Wants everything, and a phone number in one form only, without saying which. */
const RULES = { 't-first': /\S/, 't-last': /\S/, 't-code': /^\d{4}$/, 't-phone': /^\+\d{10,}$/ };
sent('strict', () => {
  const refused = Object.entries(RULES).filter(([id, form]) => { const bad = !form.test($(id).value); $(id).setAttribute('aria-invalid', String(bad)); return bad; });
  say('t-err', refused.length ? `Please correct ${refused.length === 1 ? 'the marked field' : `${refused.length} fields`}.` : '');
  if (!refused.length) $('strict').innerHTML = '<p>Saved</p>';
});

const bulbs = ['tulip', 'aster', 'rose', 'lily', 'crocus'];
const filter = () => { $('filtered').innerHTML = bulbs.filter((name) => name.includes($('filter').value)).map((name) => `<li>${name}</li>`).join(''); };
on('filter', filter, 'input');
filter();
on('auto', async () => { await ask('/api/save'); say('auto-out', `saved, ${$('auto').value.length}`); }, 'change');
