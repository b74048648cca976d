import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { bundle } from '../support/bundle';

/** What a visitor answers: to everything, to nothing, to furrow's category alone, or to all the others. */
type Answer = 'all' | 'none' | 'ours' | 'others';

/** A consent manager as npm has it, on a page of its own. */
interface Manager {
  readonly name: string;
  readonly surface: string;
  /** Its scripts, as its documentation says: addresses below `/npm/`, and what stands in the page itself. */
  readonly scripts: readonly ({ readonly src: string; readonly defer?: boolean } | { readonly text: string })[];
  readonly answer: (page: Page, answer: Answer) => Promise<unknown>;
  /** The question is on the screen. */
  readonly asked: (page: Page) => Promise<unknown>;
}

/** Managers that come in the page's own bundle. As text: the types of c15t would change those of `window` for the whole project. */
const BUNDLES: Readonly<Record<string, string>> = {
  'c15t.js': `import { getOrCreateConsentRuntime } from 'c15t';
    getOrCreateConsentRuntime({ mode: 'offline', overrides: { country: 'DE' }, consentCategories: ['necessary', 'functionality', 'measurement'], reloadOnConsentRevoked: false });`,
  'tcf.js': "import '/test/browser/fixture/tcf';",
};

const CATEGORIES = '{necessary:{enabled:true,readOnly:true},functionality:{},analytics:{}}';

const managers: readonly Manager[] = [
  {
    name: 'cookieconsent',
    surface: 'cmp:cookieconsent',
    scripts: [{ src: 'vanilla-cookieconsent/dist/cookieconsent.umd.js' }, {
      text: `addEventListener(document.body?'begin':'DOMContentLoaded',()=>CookieConsent.run({hideFromBots:false,categories:${CATEGORIES},language:{default:'en',translations:{en:{consentModal:{title:'Cookies',acceptAllBtn:'Accept all',acceptNecessaryBtn:'Reject all'},preferencesModal:{sections:[]}}}}}))`,
    }],
    asked: (page) => page.getByRole('button', { name: 'Accept all' }).waitFor(),
    answer: async (page, answer) => {
      const button = page.getByRole('button', { name: answer === 'all' ? 'Accept all' : 'Reject all' });
      if ((answer === 'all' || answer === 'none') && await button.isVisible()) return button.click();
      return page.evaluate((categories) => (window as never as { CookieConsent: { acceptCategory(of: unknown): void } }).CookieConsent.acceptCategory(categories), { all: 'all', none: [], ours: ['functionality'], others: ['analytics'] }[answer]);
    },
  },
  {
    name: 'klaro',
    surface: 'cmp:klaro',
    scripts: [{ text: "klaroConfig={services:[{name:'furrow',purposes:['help']},{name:'maps',purposes:['maps']}],acceptAll:true}" }, { src: 'klaro/dist/klaro-no-css.js', defer: true }],
    asked: (page) => page.locator('.cm-btn-success').waitFor(),
    answer: async (page, answer) => {
      const button = page.locator(answer === 'all' ? '.cm-btn-success' : '.cn-decline');
      if ((answer === 'all' || answer === 'none') && await button.isVisible()) return button.click();
      return page.evaluate(({ ours, others }) => {
        const manager = (window as never as { klaro: { getManager(): { updateConsent(name: string, value: boolean): void; saveAndApplyConsents(): void } } }).klaro.getManager();
        manager.updateConsent('furrow', ours);
        manager.updateConsent('maps', others);
        manager.saveAndApplyConsents();
      }, { ours: answer === 'all' || answer === 'ours', others: answer === 'all' || answer === 'others' });
    },
  },
  {
    name: 'tarteaucitron',
    surface: 'cmp:tarteaucitron',
    scripts: [{ src: 'tarteaucitronjs/tarteaucitron.js' }, {
      text: `tarteaucitronForceLanguage='en';tarteaucitron.job=[];tarteaucitron.events.load=()=>tarteaucitron.isAsked=true;
        addEventListener('tac.root_available',()=>{for(const key of ['furrow','maps']){tarteaucitron.services[key]={key,type:'support',name:key,needConsent:true,cookies:[],js(){},fallback(){}};tarteaucitron.job.push(key)}});
        tarteaucitron.init({privacyUrl:'',hashtag:'#t',cookieName:'tac',useExternalCss:true,googleConsentMode:false,bingConsentMode:false,pianoConsentMode:false})`,
    }],
    asked: (page) => page.waitForFunction(() => (window as never as { tarteaucitron: { isAsked?: boolean } }).tarteaucitron.isAsked),
    answer: async (page, answer) => {
      const button = page.locator(answer === 'all' ? '#tarteaucitronPersonalize2' : '#tarteaucitronAllDenied2');
      if ((answer === 'all' || answer === 'none') && await button.isVisible()) return button.click();
      return page.evaluate(({ ours, others }) => {
        const { userInterface } = (window as never as { tarteaucitron: { userInterface: { respond(of: { id: string }, value: boolean): void } } }).tarteaucitron;
        userInterface.respond({ id: 'furrowAllowed' }, ours);
        userInterface.respond({ id: 'mapsAllowed' }, others);
      }, { ours: answer === 'all' || answer === 'ours', others: answer === 'all' || answer === 'others' });
    },
  },
  {
    name: 'c15t',
    surface: 'cmp:c15t',
    scripts: [{ src: 'c15t.js', defer: true }],
    asked: (page) => page.waitForFunction(() => 'c15tStore' in window),
    answer: (page, answer) => page.evaluate(async (kind) => {
      const { c15tStore: store } = window as never as { c15tStore: { getState(): { saveConsents(kind: string): Promise<void>; setSelectedConsent(name: string, value: boolean): void } } };
      store.getState().setSelectedConsent('functionality', kind === 'ours');
      store.getState().setSelectedConsent('measurement', kind === 'others');
      await store.getState().saveConsents({ all: 'all', none: 'necessary', ours: 'custom', others: 'custom' }[kind]);
    }, answer),
  },
  {
    name: 'tcf',
    surface: 'cmp:tcf',
    // before the manager comes the stub that every page with the framework has in its head
    scripts: [{ text: "(()=>{const queue=[];window.__tcfapi=(...call)=>{if(!call.length)return queue;if(call[0]==='ping')call[2]({cmpLoaded:false,cmpStatus:'stub'});else queue.push(call)}})()" }, { src: 'tcf.js', defer: true }],
    asked: (page) => page.waitForFunction(() => 'answerTcf' in window),
    answer: (page, answer) => page.evaluate((purposes) => window.answerTcf(purposes), { all: [1, 2, 7, 8, 10], none: [], ours: [1, 10], others: [1, 7, 8] }[answer]),
  },
];

const tagOf = (script: Manager['scripts'][number]): string => ('src' in script ? `<script src="/npm/${script.src}" ${script.defer ? 'defer' : ''}></script>` : `<script>${script.text}</script>`);
const html = (tags: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">${tags}<script type="module" src="/fixture.js"></script></head><body><h1>Shop</h1></body></html>`;

const texts = new Map<string, Promise<string>>();

/** A file of npm, or a bundle, made once. */
function textOf(name: string): Promise<string> {
  const source = BUNDLES[name];
  const text = texts.get(name) ?? (source ? bundle(source) : readFile(resolve('node_modules', name), 'utf8'));
  texts.set(name, text);
  return text;
}

async function open(page: Page, path: '/' | '/late'): Promise<void> {
  await page.goto(`https://shop.test${path}`);
  await page.waitForFunction(() => window.ready);
}

for (const { name, surface, scripts, asked, answer } of managers) {
  test(`furrow follows ${name}`, async ({ context, page }) => {
    const fixture = await bundle("import '/test/browser/fixture/cmp';");
    await context.route('https://shop.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/fixture.js') return route.fulfill({ contentType: 'text/javascript', body: fixture });
      const [, npm] = /^\/npm\/(.+)/.exec(pathname) ?? [];
      if (npm) return route.fulfill({ contentType: 'text/javascript', body: await textOf(npm) });
      return route.fulfill({ contentType: 'text/html', body: html(pathname === '/late' ? '' : scripts.map(tagOf).join('')) });
    });
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));

    const said = () => page.evaluate(() => window.consents);
    const yes = `yes from ${surface}`;
    const no = `no from ${surface}`;
    const begin = () => page.evaluate(() => dispatchEvent(new Event('begin')));
    const follow = () => page.evaluate((of) => window.follow(of as 'klaro'), name);
    const forgetAll = async (): Promise<void> => {
      await context.clearCookies();
      await page.evaluate(() => localStorage.clear());
    };

    await open(page, '/');
    for (const [way, answers, heard] of [
      ['never answered', [], []],
      ['accepted, twice', ['all', 'all'], [yes]],
      ['rejected, then accepted', ['none', 'all'], [no, yes]],
      ['ours alone, then withdrawn', ['ours', 'none'], [yes, no]],
      ['all but ours', ['others'], [no]],
    ] as const) {
      await test.step(way, async () => {
        await forgetAll();
        await open(page, '/');
        await begin();
        await follow();
        await asked(page);
        for (const each of answers) await answer(page, each);
        await expect.poll(said).toEqual(heard);
      });
    }
    await test.step('already answered, with a no and with a yes', async () => {
      await open(page, '/');
      await begin();
      await follow();
      await expect.poll(said).toEqual([no]);
      await answer(page, 'ours');
      await expect.poll(said).toEqual([no, yes]);
      await open(page, '/');
      await follow();
      await begin();
      await expect.poll(said).toEqual([yes]);
    });
    await test.step('loaded late', async () => {
      await open(page, '/late');
      await follow();
      for (const script of scripts) await page.addScriptTag('src' in script ? { url: `/npm/${script.src}` } : { content: script.text });
      await begin();
      await expect.poll(said).toEqual([yes]);
    });
    expect(failures).toEqual([]);
  });
}
