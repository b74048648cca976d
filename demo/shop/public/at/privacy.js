import { one } from '../find.js';
import { collectorUrl, whenLoaded } from '../furrow.js';

/** @type {Readonly<Record<string, string>>} */
const ANSWERS = {
  unknown: 'You have not been asked, or have not answered. Nothing is noticed.',
  granted: 'You said yes. Stopping is one press away and deletes everything.',
  partly: 'You said yes to a part of it. Stopping is one press away and deletes everything.',
  refused: 'You said no. Nothing is noticed.',
  dismissed: 'You closed the question. That counts as no.',
  withdrawn: 'You stopped it. Everything was deleted.',
  signal: 'Your browser said no for you, and that counts.',
};

one('#to-live', HTMLAnchorElement).href = collectorUrl('/');

const furrow = await whenLoaded();
one('#yes').addEventListener('click', () => furrow.grant());
one('#no').addEventListener('click', () => furrow.refuse());
one('#stop').addEventListener('click', async () => {
  await furrow.withdraw();
  await tell();
});
furrow.on('consent', tell);
await tell();

async function tell() {
  const { consent, stored } = (await furrow.explain()).status;
  one('#answer').textContent = ANSWERS[consent] ?? consent;
  one('#kept').textContent = stored.length ? stored.join(', ') : 'nothing';
}
