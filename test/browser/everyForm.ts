import { expect, type TestType } from 'playwright/test';
import { bundle } from '../support/bundle';
import { serve, type Site } from '../support/serve';
import type { Visitor } from '../support/visitor';
import type { Wish } from './fixture/nudge';

const PAGE = `<!doctype html><html lang="en"><title>Shop</title><script type="module" src="/fixture.js"></script><main><h1>Payment</h1>
<p id="row"><label for="name">Name</label> <input id="name"></p><p><label for="card">Card</label> <input id="card"></p>
<details open><summary>More</summary><button id="inner">Check</button></details><p><button id="pay">Pay now</button></p></main></html>`;

const STEPS: NonNullable<Wish['steps']> = [{ at: 'name', title: 'Your name', body: '' }, { at: 'nowhere', title: 'The number', body: '' }, { at: 'pay', title: 'And pay', body: '' }];

/** How help stands in every engine, in whatever form, told of a visitor with a mouse and a keyboard. */
export function everyForm(test: TestType<{ visitor: Visitor }, object>): void {
  let site: Site;
  test.beforeAll(async () => {
    site = await serve({ '/forms': PAGE, '/fixture.js': { type: 'text/javascript', body: await bundle(`import '/test/browser/fixture/nudge';`) } });
  });
  test.afterAll(() => site.close());

  const root = `document.querySelector('furrow-ui').shadowRoot`;
  const title = `document.querySelector('furrow-ui')?.shadowRoot.querySelector('h2')?.textContent ?? ''`;
  const form = `document.querySelector('furrow-ui')?.shadowRoot.querySelector('.layer').dataset.form ?? ''`;
  const focused = `document.activeElement?.shadowRoot?.activeElement?.textContent || document.activeElement?.id`;

  /** Offers help, and waits until it stands. */
  async function offer(visitor: Visitor, wish: Wish): Promise<void> {
    await visitor.ask(`(window.resolve?.(), told.length = 0, offer(${JSON.stringify(wish)}), 1)`);
    await visitor.sees('told', ['shown']);
  }

  test('each form stands in view where it belongs, and goes with its place', async ({ visitor }) => {
    await visitor.open(`${site.url}/forms`);
    await visitor.sees('!!window.ready', true);
    const middle = `(() => { const { x, y, width, height } = ${root}.querySelector('section').getBoundingClientRect(); return document.elementFromPoint(x + width / 2, y + height / 2)?.tagName; })()`;
    for (const [wish, expected] of [[{}, 'tooltip'], [{ template: 'banner' }, 'banner'], [{ template: 'chat-invite' }, 'corner'], [{ template: 'inline', anchor: '#name' }, 'inline'], [{ channel: 'chip' }, 'chip']] as const) {
      await offer(visitor, wish);
      expect(await visitor.ask(form)).toBe(expected);
      expect(await visitor.ask(middle), expected).toBe('FURROW-UI');
    }
    await offer(visitor, { anchor: '#inner' });
    await visitor.ask(`document.querySelector('details').open = false`);
    await visitor.sees('told.length', 2);
    await offer(visitor, { anchor: '#card' });
    await visitor.ask(`(document.querySelector('#card').remove(), 1)`);
    await visitor.sees('told.length', 2);
    expect(await visitor.ask(`document.querySelectorAll('furrow-ui').length`)).toBe(0);
    expect(await visitor.ask('errors')).toEqual([]);
  });

  test('steps are gone through with two keys, each in its place', async ({ visitor }) => {
    await visitor.open(`${site.url}/forms`);
    await visitor.sees('!!window.ready', true);
    await visitor.ask(`(document.querySelector('#name').focus(), 1)`);
    await offer(visitor, { template: 'steps', steps: STEPS });
    await visitor.key('Tab');
    await visitor.sees(focused, 'Next');
    await visitor.key('Enter');
    await visitor.sees(title, 'The number');
    await visitor.sees(form, 'corner');
    await visitor.key('Enter');
    await visitor.sees(title, 'And pay');
    await visitor.sees(form, 'tooltip');
    await visitor.sees(focused, 'Done');
    await visitor.key('Enter');
    await visitor.sees('told', ['shown', { answer: 'action', whyOpened: false }]);
    await visitor.sees(focused, 'name');
  });

  test('a line in the page is used in the order of reading, and Escape leads back', async ({ visitor }) => {
    await visitor.open(`${site.url}/forms`);
    await visitor.sees('!!window.ready', true);
    await visitor.ask(`(document.querySelector('#name').focus(), 1)`);
    await offer(visitor, { template: 'inline', anchor: '#name' });
    expect(await visitor.ask(`document.querySelector('#row').nextElementSibling.tagName`)).toBe('FURROW-UI');
    for (const next of ['Why am I seeing this?', 'Not now']) {
      await visitor.key('Tab');
      await visitor.sees(focused, next);
    }
    await visitor.key('Tab', 2);
    await visitor.sees(focused, 'card');
    await visitor.ask(`(document.querySelector('#name').focus(), 1)`);
    await visitor.key('Tab');
    await visitor.key('Escape');
    await visitor.sees('told', ['shown', { answer: 'closed', whyOpened: false }]);
    await visitor.sees(focused, 'name');
  });
}
