import { framePage } from './framePage';
import { indexPage } from './indexPage';
import { rulePage } from './rulePage';
import { frameScript, reloadScript } from './scripts';
import type { Shown } from './shown';
import { style } from './style';

export interface Answer {
  readonly status: number;
  readonly type: 'text/html' | 'text/css' | 'text/javascript' | 'text/plain';
  readonly body: string;
}

const NOT_FOUND: Answer = { status: 404, type: 'text/plain', body: 'Not found: the file has changed, or the address is not right.' };

/** What the preview answers at an address; it knows no others. `scripts` show nudges to visitors, by their addresses. */
export function answer({ pathname, searchParams }: URL, shown: Shown, scripts: ReadonlyMap<string, string>): Answer {
  switch (pathname) {
    case '/': return page(indexPage(shown));
    case '/rule': return rule(shown, searchParams);
    case '/frame': return frame(shown, searchParams, scripts);
    case '/preview.css': return { status: 200, type: 'text/css', body: style };
    case '/frame.js': return script(frameScript);
    case '/reload.js': return script(reloadScript);
    default: return scriptOf(scripts.get(pathname));
  }
}

function rule(shown: Shown, asked: URLSearchParams): Answer {
  const found = shown.rules.find((each) => each.rule.id === asked.get('id'));
  return found ? page(rulePage(shown, found.rule, found.sights)) : NOT_FOUND;
}

function frame({ rules }: Shown, asked: URLSearchParams, scripts: ReadonlyMap<string, string>): Answer {
  const found = rules.find((each) => each.rule.id === asked.get('rule'));
  const sight = found?.sights.find(({ key }) => key === asked.get('sight'));
  if (!found || !sight) return NOT_FOUND;
  const locale = asked.get('locale') ?? '';
  const words = [locale.split('-')[0], 'en'].map((language) => `/furrow.nudge.${language}.js`).find((path) => scripts.has(path)) ?? '';
  return page(framePage(found.rule, sight, {
    locale, words, dir: asked.get('dir') === 'rtl' ? 'rtl' : 'ltr', scheme: asked.get('scheme') === 'dark' ? 'dark' : 'light', isChip: asked.get('form') === 'chip',
  }));
}

function scriptOf(body: string | undefined): Answer {
  return body === undefined ? NOT_FOUND : script(body);
}

function page(body: string): Answer {
  return { status: 200, type: 'text/html', body };
}

function script(body: string): Answer {
  return { status: 200, type: 'text/javascript', body };
}
