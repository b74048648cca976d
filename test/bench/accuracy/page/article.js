import { $, on, say } from './shell.js';

$('a-text').innerHTML = Array.from({ length: 30 }, (_, n) => `<h3>Week ${n + 1}</h3><p>In this week look after the leaves, take away what is brown, and write down how high the tallest one has grown since the last visit.</p>`).join('');
on('a-copy', () => navigator.clipboard.writeText($('a-code').textContent).then(() => say('a-copied', 'Copied')));

/** With ?feed the article never ends. */
if (new URLSearchParams(location.search).has('feed')) {
  const more = () => { $('feed').insertAdjacentHTML('beforeend', '<p>Another letter from a reader about tulips.</p>'.repeat(12)); };
  more();
  document.addEventListener('scroll', () => { if (innerHeight + scrollY > document.body.scrollHeight - 900) more(); });
}
