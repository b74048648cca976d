import type { RulesRead } from '../../../src/parts';
import type { Decision, Events, OutcomeAnswer, Purpose } from '../../../src/types';
import { createBrowser, type Browser } from './browser';
import { FakeElement, loadPage, type PageLoad, type PageState, type Said, type Standing } from './pageLoad';

export interface VisitorOptions {
  readonly read: RulesRead;
  readonly startMs: number;
  readonly purposes?: readonly Purpose[];
  readonly touch?: boolean;
  readonly hasLocks?: boolean;
  /** How long the nudge part takes to come, load by load. */
  nudgeLoadMs?(): number;
  /** Hears all that is told. */
  tell?<K extends keyof Events>(type: K, event: Events[K], tab: number): void;
  /** Help is put on the page. */
  stands?(standing: Standing, tab: number): void;
  /** Something besides help is put on the page. */
  says?(said: Said, tab: number): void;
}

/** One visitor in one browser, in one tab to begin with. */
export interface Visitor {
  readonly browser: Browser;
  tabs(): readonly PageLoad[];
  /** The tab in front. */
  front(): PageLoad;
  frontIndex(): number;
  open(path: string): Promise<void>;
  turnTo(tab: number): void;
  reload(tab: number): Promise<void>;
  goTo(path: string): void;
  key(target?: FakeElement): void;
  press(): void;
  /** Lets go, so far from where the button went down. */
  release(px?: number): void;
  answer(answer: OutcomeAnswer, besides?: Parameters<Standing['answer']>[1]): void;
  /** Of all tabs, in their order. */
  readonly decisions: Decision[];
}

export const ELEMENTS = ['pay', 'card', 'address'] as const;

/** From here on `Date.now` is the clock of this visitor's computer; who asks for a visitor puts the real one back. */
export async function createVisitor({ read, startMs, purposes = ['notice', 'help'], touch = false, hasLocks = true, nudgeLoadMs = () => 0, tell, stands, says }: VisitorOptions): Promise<Visitor> {
  const browser = createBrowser(startMs);
  Date.now = browser.wall;
  const decisions: Decision[] = [];
  const sessions: Map<string, string>[] = [];
  const tabs: PageLoad[] = [];
  let inFront = 0;
  let serial = 0;

  function load(tab: number, state: PageState): Promise<PageLoad> {
    return loadPage({
      browser, read, purposes, state, hasLocks, session: sessions[tab] ??= new Map(), nudgeLoadMs: nudgeLoadMs(), serial: ++serial,
      tell(type, event) {
        if ('gate' in event) decisions.push(event);
        tell?.(type, event, tab);
      },
      stands: (standing) => stands?.(standing, tab),
      says: (said) => says?.(said, tab),
    });
  }

  const front = (): PageLoad => tabs[inFront]!;

  const visitor: Visitor = {
    browser, decisions, front,
    frontIndex: () => inFront,
    tabs: () => tabs,
    async open(path) {
      const elements = new Map(ELEMENTS.map((name) => [name, new FakeElement(name !== 'pay')]));
      tabs.push(await load(tabs.length, { path, hidden: true, dialog: false, video: false, fullscreen: false, offline: false, touch, elements }));
      visitor.turnTo(tabs.length - 1);
    },
    turnTo(tab) {
      inFront = tab;
      for (const [index, page] of tabs.entries()) {
        if (page.state.hidden === (index !== tab)) continue;
        page.state.hidden = index !== tab;
        if (page.state.hidden) page.fire('blur');
        page.fire('visibilitychange');
      }
    },
    async reload(tab) {
      const { state } = tabs[tab]!;
      tabs[tab]!.end();
      tabs[tab] = await load(tab, { ...state, elements: new Map([...state.elements].map(([name, { isField }]) => [name, new FakeElement(isField)])) });
    },
    goTo(path) {
      front().state.path = path;
      front().fire('popstate');
    },
    key: (target) => front().fire('keydown', target && { target }),
    press: () => front().fire('pointerdown', { pointerId: 1, clientX: 0, clientY: 0 }),
    release: (px = 0) => front().fire('pointerup', { pointerId: 1, clientX: px, clientY: 0 }),
    answer: (answer, besides) => front().standing()?.answer(answer, besides),
  };
  await visitor.open('/checkout/pay');
  return visitor;
}
