import type { Files } from './parts';
import type { Furrow } from './types';
import { createFurrow } from './furrow';
import { optionsOfTag } from './options';

declare const VERSION: string;

type Command = readonly [verb: string, ...values: never[]];
/** The page's stub with the commands that wait, or furrow itself once it has loaded. */
type Waiting = { readonly q?: readonly Command[] } & Partial<Furrow>;

declare global {
  interface Window {
    furrow?: Waiting;
  }
}

const script = document.currentScript ?? document.querySelector('script[src*="furrow.js"]');

if (window.furrow?.withdraw) console.warn('furrow: its tag stands twice; the second does nothing.');
else if (script instanceof HTMLScriptElement) install(script);
else console.warn('furrow: there is no <script src="…/furrow.js">.');

/** Puts furrow where the stub was and does what the page asked for meanwhile. */
function install(tag: HTMLScriptElement): void {
  let again = '';
  /** Browsers never ask anew for a module that did not come, but at another address they do. */
  const load = <Made>(name: string): Promise<Readonly<Record<string, Made>>> => import(new URL(`furrow.${name}.js?${VERSION}${again}`, tag.src).href).catch((cause: unknown) => {
    again += '.';
    throw cause;
  });
  /** The file of a part exports one thing. */
  const parts = async <Name extends keyof Files>(name: Name): Promise<Files[Name]> => Object.values(await load<Files[Name]>(name)).reduce((made) => made);
  const { furrow, fail } = createFurrow(window, optionsOfTag(tag), parts);
  const verbs = new Map<string, (...values: never[]) => unknown>(Object.entries(furrow));

  function call(verb: string, ...values: never[]): unknown {
    const act = verbs.get(verb);
    return act ? act(...values) : fail('a call', `there is no verb “${verb}”; furrow knows ${[...verbs.keys()].join(', ')}`);
  }

  const commands = window.furrow?.q ?? [];
  window.furrow = Object.assign(call, furrow);
  for (const [verb, ...values] of commands) call(verb, ...values);
}
