import { expect, type TestType } from 'playwright/test';
import { type Collector, startCollector } from '../support/collector';
import { serve, type Site } from '../support/serve';
import type { Visitor } from '../support/visitor';
import { trouble } from './fixture/trouble';
import { uses } from './fixture/uses';

interface Told {
  readonly id: string;
  readonly name: string;
  readonly strength: number;
}

/** Longer than any verdict: 2 s, and 1.5 s more where a change elsewhere has to be confirmed. */
const VERDICT_MS = 4200;
/** A visitor looks around before the first press; one within a second of the window's getting the focus is forgiven. */
const LOOK_MS = 1500;
/** Between two controls that have nothing to do with each other. */
const NEXT_MS = 1800;

/** What must hold in every engine, told of a visitor with a mouse and a keyboard. */
export function everyEngine(test: TestType<{ visitor: Visitor }, object>): void {
  let site: Site;
  let collector: Collector;
  test.beforeAll(async () => {
    collector = await startCollector();
    site = await serve({ ...trouble, ...uses(collector.url) });
  });
  test.afterAll(async () => {
    await site.close();
    await collector.stop();
  });

  async function open(visitor: Visitor, path: string): Promise<void> {
    await visitor.open(site.url + path);
    await visitor.sees('!!ready', true);
    await visitor.wait(LOOK_MS);
  }

  /** The last word on each signal, when all is settled. */
  async function told(visitor: Visitor): Promise<readonly Told[]> {
    await visitor.wait(VERDICT_MS);
    const all = await visitor.ask<readonly Told[]>('told');
    return [...new Map(all.map((signal) => [signal.id, signal])).values()];
  }

  const kept = '[Object.keys(localStorage), Object.keys(sessionStorage)]';
  const loaded = `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.includes('furrow')).sort()`;
  /** What would be so if the page's text ran vertically. */
  const inVertical = (question: string): string => `(() => { const { style } = document.documentElement; style.writingMode = 'vertical-rl'; const answer = ${question}; style.writingMode = ''; return answer; })()`;
  const isRunning = 'furrow.explain().then(({ status }) => status.running)';
  const focused = `document.activeElement?.shadowRoot?.activeElement?.textContent ?? document.activeElement?.id`;

  // ---------------------------------------------------------------- consent

  test('before a yes nothing is loaded or kept but the question; a no is kept, and nothing else', async ({ visitor }) => {
    await visitor.open(`${site.url}/asks`);
    await visitor.sees(`!!document.querySelector('furrow-prompt')`, true);
    expect(await visitor.ask(inVertical(`document.querySelector('furrow-prompt').shadowRoot.querySelector('section').getBoundingClientRect().top > 0`))).toBe(true);
    await visitor.press('main button', 5);
    await visitor.press('main input');
    await visitor.type('Sam');
    expect(await visitor.ask(loaded)).toEqual(['/furrow/furrow.js', '/furrow/furrow.prompt.en.js', '/furrow/furrow.prompt.js']);
    expect(await visitor.ask(kept)).toEqual([[], []]);
    await visitor.press('furrow-prompt >> =No thanks');
    await visitor.sees(`document.querySelectorAll('furrow-prompt').length`, 0);
    expect(await visitor.ask(kept)).toEqual([['furrow.receipt'], []]);
    expect(await visitor.ask('told')).toEqual([]);
    await visitor.open(`${site.url}/asks`);
    await visitor.wait(LOOK_MS);
    expect(await visitor.ask(`document.querySelectorAll('furrow-prompt').length`)).toBe(0);
    expect(await visitor.ask(loaded)).toEqual(['/furrow/furrow.js']);
  });

  test('a yes by keyboard, and a withdrawal that ends everything in every tab', async ({ visitor }) => {
    await visitor.open(`${site.url}/asks`);
    await visitor.sees(`!!document.querySelector('furrow-prompt')`, true);
    for (const name of ['What exactly?', 'No thanks', 'Allow']) {
      await visitor.key('Tab');
      await visitor.sees(focused, name);
    }
    await visitor.key('Enter');
    await visitor.sees(isRunning, true);
    const other = await visitor.tab();
    await other.open(`${site.url}/asks`);
    await other.sees(isRunning, true);
    await other.ask(`furrow.signal('app:something')`);
    await visitor.ask('furrow.withdraw()');
    await other.sees(isRunning, false, 1000);
    for (const tab of [visitor, other]) {
      await tab.sees(kept, [['furrow.receipt'], []]);
      expect(await tab.ask(`localStorage.getItem('furrow.receipt')`)).toContain('withdrawn');
    }
    await other.press('main button', 5);
    expect(await told(other)).toMatchObject([{ name: 'app:something' }]);
  });

  // ---------------------------------------------------------------- the five signals

  for (const [place, target] of [['#dead', 'dead'], ['x-box >> #report', 'report'], ['#frame >> #share', 'share']] as const) {
    test(`one press on a button that does nothing is a dead click (${place})`, async ({ visitor }) => {
      await open(visitor, '/');
      await visitor.press(place);
      expect(await told(visitor)).toMatchObject([{ name: 'dead-click', target, evidence: { count: 1 } }]);
    });
  }

  test('hammering it is one rage click', async ({ visitor }) => {
    await open(visitor, '/');
    await visitor.press('#dead', 5);
    expect(await told(visitor)).toMatchObject([{ name: 'rage-click', target: 'dead', evidence: { n: 5, dead: true, input: 'mouse' } }]);
  });

  test('with the keyboard too', async ({ visitor }) => {
    await open(visitor, '/');
    await visitor.ask(`document.querySelector('#dead').focus()`);
    await visitor.key('Enter', 5);
    expect(await told(visitor)).toMatchObject([{ name: 'rage-click', target: 'dead', evidence: { n: 5, dead: true, input: 'key' } }]);
  });

  for (const [place, kind] of [['#throws', 'js'], ['#declined', 'message']] as const) {
    test(`three tries into the same failure are an error loop (${kind})`, async ({ visitor }) => {
      await open(visitor, '/');
      await visitor.press(place, 3, 1600);
      expect((await told(visitor)).find(({ name }) => name === 'error-loop')).toMatchObject({ evidence: { n: 3, kind } });
    });
  }

  test('three requests that are refused are an error loop, where the browser tells that they were', async ({ visitor }) => {
    await open(visitor, '/');
    const isTold = await visitor.ask<boolean>(`'responseStatus' in PerformanceResourceTiming.prototype`);
    await visitor.press('#refused', 3, 1600);
    expect((await told(visitor)).filter(({ name }) => name === 'error-loop')).toMatchObject(isTold ? [{ evidence: { n: 3, kind: 'http' } }] : []);
  });

  test('standing in a field, after the one before went quickly, is hesitation', async ({ visitor }) => {
    await open(visitor, '/');
    await visitor.press('#name');
    await visitor.type('Sam');
    await visitor.press('#card');
    await visitor.sees('told.map(({ name, target }) => name + " " + target)', ['field-hesitation card']);
  });

  test('going from a checkout and not coming back is an abandoned workflow; coming back takes it back', async ({ visitor }) => {
    await open(visitor, '/checkout');
    await visitor.press('#name');
    await visitor.type('Sam');
    await visitor.press('#help');
    await visitor.press('#text');
    await visitor.sees('told.map(({ name, evidence }) => name + " " + evidence.workflow)', ['workflow-abandon order']);
    await visitor.ask('history.back()');
    await visitor.press('#text');
    await visitor.sees('told.at(-1).strength', 0);
  });

  // ---------------------------------------------------------------- honest behaviour

  for (const [what, visit] of [
    ['counting up, in the page, in a shadow root and in a frame', [['#more', 6], ['x-box >> #like', 6], ['#frame >> #vote', 6]]],
    ['what opens: a popover, details, a menu, a dialog', [['#sizes', 2], ['#question', 5], ['#menu', 1], ['#terms', 1], ['#close', 1]]],
    ['fields: a fold, a value that is set, a focus that is moved', [['#fold-label', 5], ['#voucher', 5], ['#find', 1], ['#code', 4]]],
    ['what takes its time or passes: a slow answer, a message, a movement', [['#slow', 1], ['#save', 5], ['#move', 4]]],
    ['requests that succeed, and one that is nobody’s business', [['#load', 4], ['#counted', 4]]],
    ['words that are selected, a place in the page, another tab', [['#words', 3], ['#anchor', 1], ['#docs', 1]]],
  ] as const) {
    test(`no trouble in ${what}`, async ({ visitor }) => {
      await open(visitor, '/uses');
      for (const [place, times] of visit) {
        await visitor.press(place, times);
        await visitor.wait(NEXT_MS);
      }
      expect((await told(visitor)).filter(({ strength }) => strength > 0)).toEqual([]);
    });
  }

  test('no trouble in choosing from a list', async ({ visitor }) => {
    await open(visitor, '/uses');
    await visitor.press('#size');
    await visitor.key('ArrowDown');
    await visitor.key('Enter');
    expect(await told(visitor)).toEqual([]);
  });

  // ---------------------------------------------------------------- help and report

  test('help comes to who is stuck, is read and answered by keyboard, and the collector is told', async ({ visitor }) => {
    await open(visitor, '/helps');
    await visitor.ask(`document.querySelector('#dead').focus()`);
    await visitor.key('Enter', 5);
    await visitor.sees(`document.querySelector('furrow-ui')?.shadowRoot?.querySelector('[role=dialog] h2')?.textContent`, 'Stuck?');
    expect(await visitor.ask(focused)).toBe('dead');
    await visitor.key('Tab');
    await visitor.sees(focused, 'Why am I seeing this?');
    await visitor.key('Enter');
    await visitor.sees(`document.querySelector('furrow-ui').shadowRoot.textContent.includes('5 times')`, true);
    await visitor.key('Tab');
    await visitor.sees(focused, 'Settings');
    await visitor.key('Tab');
    await visitor.sees(focused, 'Not now');
    await visitor.key('Enter');
    await visitor.key('Tab');
    await visitor.sees(focused, 'For an hour');
    await visitor.key('Enter');
    await visitor.sees('outcomes', ['not-now']);
    await visitor.sees(focused, 'dead');
    await expect.poll(() => collector.signals(), { timeout: 15_000 }).toContain('rage-click');
  });
}
