import { setMaxListeners } from 'node:events';
import { createRecords } from '../../../src/browser/records';
import { run } from '../../../src/run';
import { createSpeaking } from '../../../src/speak';
import type { Aside, AsideAnswer, Help, HelpAnswer, Running, RulesRead, ShowAside, ShowHelp, Surroundings } from '../../../src/parts';
import type { Decision, Events, Furrow, Purpose, Signal } from '../../../src/types';
import { words } from '../../../src/words/en/nudge';
import { partsOf } from '../../support/partsOf';
import type { Browser } from './browser';

/** How the page stands; a test changes it as a page or a visitor would. */
export interface PageState {
  path: string;
  hidden: boolean;
  dialog: boolean;
  video: boolean;
  fullscreen: boolean;
  offline: boolean;
  readonly touch: boolean;
  /** By `data-furrow` name; what is not in it is not on the page. */
  readonly elements: Map<string, FakeElement>;
}

/** Help as the nudge part was told to show it. */
export interface Standing {
  readonly help: Help;
  /** The decision that it came from. */
  readonly decision: Decision;
  /** The rule whose help stood there already: there should be none. */
  readonly over: string | undefined;
  /** The visitor's answer. */
  answer(answer: HelpAnswer['answer'], besides?: Pick<HelpAnswer, 'forMs' | 'here'>): void;
}

/** What is said besides help, as the nudge part was told to say it. */
export interface Said {
  readonly kind: Aside['kind'];
  readonly text: Aside['text'];
  answer(answer: AsideAnswer): void;
}

export interface PageLoadOptions {
  readonly browser: Browser;
  readonly read: RulesRead;
  readonly purposes: readonly Purpose[];
  /** `sessionStorage` of the tab. */
  readonly session: Map<string, string>;
  readonly state: PageState;
  /** How long the nudge part takes to come; NaN when it does not. */
  readonly nudgeLoadMs: number;
  readonly hasLocks: boolean;
  /** Tells pages that were loaded in the same millisecond apart. */
  readonly serial: number;
  tell<K extends keyof Events>(type: K, event: Events[K]): void;
  /** Help is put on the page. */
  stands(standing: Standing): void;
  /** Something besides help is put on the page. */
  says(said: Said): void;
}

/** One load of a page with furrow in it, after the yes: everything from the signal to the outcome is the real thing. */
export interface PageLoad {
  /** What keeps this load apart from all others. */
  readonly id: string;
  readonly state: PageState;
  now(): number;
  fire(type: string, about?: object): void;
  /** Something was noticed. Where it happened is added as it is in the page. */
  signal(sighting: Pick<Signal, 'id' | 'name' | 'strength' | 'evidence'> & { readonly on?: string | undefined; readonly amends?: boolean }): void;
  standing(): Standing | undefined;
  said(): Said | undefined;
  running(): Running;
  /** The key of the visit, as the tab remembers it. */
  visit(): string;
  readonly failures: readonly unknown[];
  pages(): readonly string[];
  steps(): readonly string[];
  /** The visitor takes the yes back; the page stays. */
  withdraw(): void;
  /** The tab is closed, or another page comes. */
  end(): void;
}

/** An element that a signal or a nudge may be about. */
export class FakeElement {
  isConnected = true;
  seen = true;
  constructor(readonly isField = false) {}
  checkVisibility(): boolean { return this.seen; }
  matches(): boolean { return this.isField; }
  contains(other: unknown): boolean { return other === this; }
  closest(): null { return null; }
  getRootNode(): object { return {}; }
}

const FRAME_MS = 16;

export async function loadPage({ browser, read, purposes, session, state, nudgeLoadMs, hasLocks, serial, tell, stands, says }: PageLoadOptions): Promise<PageLoad> {
  const [life, visit] = [new AbortController(), new AbortController()];
  // a page listens to as much as it likes
  setMaxListeners(0, life.signal, visit.signal);
  const loadedAt = browser.now();
  const timeOrigin = browser.wall() + serial / 1000;
  const decided = new Map<string, Decision>();
  const failures: unknown[] = [];
  let surroundings: Surroundings | undefined;
  let onSignal: (signal: Signal) => void = () => undefined;
  let standing: Standing | undefined;
  let said: Said | undefined;
  let frames: (() => void)[] = [];
  let timers = 0;
  const offs = new Map<number, () => void>();

  function after(ms: number, task: () => void): number {
    const id = ++timers;
    offs.set(id, browser.at(browser.now() + ms, () => { if (!life.signal.aborted) task(); }));
    return id;
  }

  /** Hidden pages are not painted. */
  function paint(): void {
    if (state.hidden) return;
    const tasks = frames;
    frames = [];
    for (const task of tasks) task();
  }

  function requestAnimationFrame(task: () => void): void {
    frames.push(task);
    after(FRAME_MS, paint);
  }

  const window = given(new EventTarget(), {
    performance: { now: () => browser.now() - loadedAt, timeOrigin },
    location: { get pathname() { return state.path; }, hostname: 'shop.example' },
    navigator: { get onLine() { return !state.offline; }, ...(hasLocks && { locks: browser.locks.of(life.signal) }) },
    Element: FakeElement,
    localStorage: storage(browser.kept), sessionStorage: storage(session),
    setTimeout: (task: () => void, ms: number) => after(ms, task),
    clearTimeout: (id: number) => offs.get(id)?.(),
    requestAnimationFrame,
    matchMedia: () => ({ matches: state.touch }),
    document: given(new EventTarget(), {
      get hidden() { return state.hidden; },
      get fullscreenElement() { return state.fullscreen ? {} : null; },
      querySelector: (selector: string) => state.elements.get(/"(.+)"/.exec(selector)?.[1] ?? '') ?? null,
      querySelectorAll: (selector: string) => (selector.startsWith('dialog') ? state.dialog ? [new FakeElement()] : [] : selector === 'video' && state.video ? [{ paused: false, ended: false }] : []),
    }),
  });
  Object.assign(window.document, { defaultView: window });

  /** What a page that is gone still wanted to keep is not kept. */
  function storage(map: Map<string, string>): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
    return {
      getItem: (key) => map.get(key) ?? null,
      setItem: (key, value) => { if (!life.signal.aborted) map.set(key, value); },
      removeItem: (key) => { if (!life.signal.aborted) map.delete(key); },
    };
  }

  /** As `nudge/show` does it: one thing at a time, each with one answer. */
  const aside: ShowAside = ({ kind, text }, on) => {
    said?.answer('gone');
    const mine: Said = said = {
      kind, text,
      answer(answer) {
        if (said !== mine || life.signal.aborted) return;
        said = undefined;
        on.answer(answer);
      },
    };
    says(mine);
    return () => mine.answer('gone');
  };

  const help: ShowHelp = (help, on) => {
    said?.answer('gone');
    const over = standing?.decision.rule;
    standing?.answer('gone');
    const decision = decided.get(help.id);
    if (!decision) throw new Error(`help without a decision: ${help.id}`);
    const mine: Standing = {
      help, decision, over,
      answer(answer, besides) {
        if (standing !== mine || life.signal.aborted) return;
        standing = undefined;
        on.answer({ answer, whyOpened: false, ...besides });
      },
    };
    standing = mine;
    stands(mine);
    requestAnimationFrame(() => { if (standing === mine) on.shown(); });
    return (because) => mine.answer(because);
  };

  const never = () => Promise.reject(new Error('not here'));
  const ran = run({
    window: window as unknown as Window & typeof globalThis,
    options: { rules: {}, untrusted: true, locale: 'en' }, end: visit.signal, chat: () => undefined, hear: () => undefined, furrow: {} as Furrow,
    receipt: { v: 1, id: 'r', decision: 'granted', purposes, at: '', expires: '', fingerprint: '', surface: 'api', sdk: '' },
    records: createRecords(window as unknown as Window),
    parts: partsOf({
      rules: () => Promise.resolve(() => Promise.resolve(read)),
      detect: () => Promise.resolve((_page, given) => {
        surroundings = given;
        return { signals: [], start: (listener) => { onSignal = listener; }, tell: () => undefined };
      }),
      speak: () => Promise.resolve(createSpeaking),
      'nudge.en': () => Promise.resolve(words as never),
      nudge: () => new Promise((resolve, reject) => {
        if (isNaN(nudgeLoadMs)) reject(new Error('the nudge part does not come'));
        else after(nudgeLoadMs, () => resolve(() => ({ help, aside })));
      }),
    }),
    emit(type, event) {
      if (life.signal.aborted) return;
      if ('gate' in event && event.show) decided.set(event.id, event);
      tell(type, event);
    },
    fail: (_during, cause) => failures.push(cause),
  });
  const running = await ran;
  const { pages, steps, route } = surroundings ?? await never();

  return {
    id: String(timeOrigin), state, failures, pages, steps,
    now: () => browser.now() - loadedAt,
    fire(type, about) {
      window.dispatchEvent(given(new Event(type), about ?? {}));
      if (type === 'visibilitychange') after(FRAME_MS, paint);
    },
    signal({ on, amends = false, ...sighting }) {
      const target = on === undefined ? undefined : state.elements.get(on);
      const signal: Signal = {
        ...sighting, at: browser.now() - loadedAt, place: on ?? 'page', names: on === undefined ? [] : [on], route: route(), pages: pages(), steps: steps(), amends,
        ...(target && { target: target as unknown as Element }),
      };
      onSignal(signal);
    },
    visit: () => (JSON.parse(session.get('furrow.visit') ?? '{}') as { readonly key?: string }).key ?? '',
    standing: () => standing,
    said: () => said,
    running: () => running,
    withdraw: () => visit.abort(),
    end() {
      life.abort();
      for (const off of offs.values()) off();
      // nothing of it is heard any more; a signal that never aborts would keep all that listened to it in Node's memory
      visit.abort();
    },
  };
}

/** With these properties too, getters as they are. */
function given<T extends object, P extends object>(target: T, properties: P): T & P {
  return Object.defineProperties(target, Object.getOwnPropertyDescriptors(properties)) as T & P;
}
