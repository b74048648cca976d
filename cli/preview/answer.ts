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

/** What the preview answers at an address; it knows no others. `nudgeUi` is the script that shows nudges to visitors. */
export function answer({ pathname, searchParams }: URL, shown: Shown, nudgeUi: string): Answer {
  switch (pathname) {
    case '/': return page(indexPage(shown));
    case '/rule': return rule(shown, searchParams);
    case '/frame': return frame(shown, searchParams);
    case '/preview.css': return { status: 200, type: 'text/css', body: style };
    case '/frame.js': return script(frameScript);
    case '/reload.js': return script(reloadScript);
    case '/furrow.nudge.js': return script(nudgeUi);
    default: return NOT_FOUND;
  }
}

function rule(shown: Shown, asked: URLSearchParams): Answer {
  const found = shown.rules.find((each) => each.rule.id === asked.get('id'));
  return found ? page(rulePage(shown, found.rule, found.sights)) : NOT_FOUND;
}

function frame({ rules }: Shown, asked: URLSearchParams): Answer {
  const found = rules.find((each) => each.rule.id === asked.get('rule'));
  const sight = found?.sights.find(({ key }) => key === asked.get('sight'));
  if (!found || !sight) return NOT_FOUND;
  return page(framePage(found.rule, sight, {
    locale: asked.get('locale') ?? '', dir: asked.get('dir') === 'rtl' ? 'rtl' : 'ltr', scheme: asked.get('scheme') === 'dark' ? 'dark' : 'light', isChip: asked.get('form') === 'chip',
  }));
}

function page(body: string): Answer {
  return { status: 200, type: 'text/html', body };
}

function script(body: string): Answer {
  return { status: 200, type: 'text/javascript', body };
}
