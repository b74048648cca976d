import { $, say } from './shell.js';

const wanted = new URLSearchParams(location.search).get('q');
if (wanted && !'red yellow black tulip'.includes(wanted)) {
  for (const item of document.querySelectorAll('main li')) item.remove();
  say('s-none', 'No results');
}
$('s-text').value = wanted ?? '';
