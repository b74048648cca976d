import type { Prompt } from '../types';
import { promptStyle } from './promptStyle';
import { promptWords } from './promptWords';

/**
 * The question, in plain DOM: one `<furrow-prompt>` before everything else in the body, so that a keyboard or a screen reader
 * meets it first. It takes no focus, covers no more than its own card, listens to its own elements alone, and leaves nothing behind.
 * When `end` aborts it resolves as dismissed, and whoever aborted knows better than to count that.
 */
export const prompt: Prompt = (document, { locale, purposes, collects }, end) => new Promise((resolve) => {
  const { lang, words } = promptWords(locale);
  const host = document.createElement('furrow-prompt');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(promptStyle);
  root.adoptedStyleSheets = [sheet];
  host.lang = lang;

  function answer(said: 'granted' | 'refused' | 'dismissed'): void {
    end.removeEventListener('abort', dismiss);
    host.remove();
    resolve(said);
  }
  const dismiss = (): void => answer('dismissed');

  function make<K extends keyof HTMLElementTagNameMap>(tag: K, of: Partial<HTMLElementTagNameMap[K]>, ...inside: readonly Node[]): HTMLElementTagNameMap[K] {
    const element = Object.assign(document.createElement(tag), of);
    element.append(...inside);
    return element;
  }
  const button = (className: string, of: Partial<HTMLButtonElement>, said: Parameters<typeof answer>[0], ...inside: readonly Node[]): HTMLButtonElement =>
    make('button', { type: 'button', className, onclick: () => answer(said), ...of }, ...inside);

  const card = make('section', { ariaLabel: words.title, popover: 'manual', dir: 'auto' },
    make('div', { className: 'text' },
      make('h2', { textContent: words.title }),
      make('p', { textContent: [words.ask, words.never, collects ? words.leaves : words.stays].join(' ') }),
      make('details', {},
        make('summary', { textContent: words.more }),
        make('ul', {}, ...[...purposes.map((purpose) => words.purposes[purpose]), words.back].map((textContent) => make('li', { textContent }))),
      ),
    ),
    make('div', { className: 'row' },
      button('answer', { textContent: words.refuse }, 'refused'),
      button('answer', { textContent: words.allow }, 'granted'),
    ),
    button('close', { ariaLabel: words.close }, 'dismissed', cross(document)),
  );
  card.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    dismiss();
  };

  if (end.aborted) return dismiss();
  end.addEventListener('abort', dismiss);
  root.append(card);
  document.body.prepend(host);
  // The top layer, where there is one, so that nothing of the page can lie over the question.
  card.showPopover?.();
});

function cross(document: Document): Element {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M4 4l8 8M12 4l-8 8');
  svg.append(path);
  return svg;
}
