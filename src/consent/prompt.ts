import type { Prompt, PromptAnswer, PromptOptions } from '../parts';
import { promptStyle } from './promptStyle';

type Said = PromptAnswer['answer'];

/**
 * The question, in plain DOM: one `<furrow-prompt>` before everything else in the body, so that a keyboard or a screen reader
 * meets it first. It takes no focus, covers no more than its own card, listens to its own elements alone, and leaves nothing behind.
 * When `end` aborts it resolves as dismissed, and whoever aborted knows better than to count that.
 */
export const prompt: Prompt = (document, options, end) => new Promise((resolve) => {
  const { words } = options;
  const host = document.createElement('furrow-prompt');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(promptStyle);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  host.lang = words.lang;

  function answer(said: Said): void {
    end.removeEventListener('abort', dismiss);
    host.remove();
    resolve({ answer: said, locale: words.lang });
  }
  const dismiss = (): void => answer('dismissed');

  const card = cardOf(document, options, answer);
  card.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    dismiss();
  };
  if (end.aborted) return dismiss();
  end.addEventListener('abort', dismiss);
  root.append(card);
  // A tag that blocks the head may ask before there is a body.
  (document.querySelector('body') ?? document.documentElement).prepend(host);
  // The top layer, where there is one, so that nothing of the page can lie over the question.
  card.showPopover?.();
});

/** Yes and no are the same in everything but their word, and no comes first. */
function cardOf(document: Document, { words, purposes, collects }: PromptOptions, answer: (said: Said) => void): HTMLElement {
  function make<K extends keyof HTMLElementTagNameMap>(tag: K, of: Partial<HTMLElementTagNameMap[K]>, ...inside: readonly Node[]): HTMLElementTagNameMap[K] {
    const element = Object.assign(document.createElement(tag), of);
    element.append(...inside);
    return element;
  }
  const button = (className: string, said: Said, textContent: string): HTMLElement =>
    make('button', { type: 'button', className, textContent, onclick: () => answer(said) });

  const close = button('close', 'dismissed', '');
  close.setAttribute('aria-label', words.close);
  close.append(cross(document));
  const details = [...purposes.map((purpose) => words.purposes[purpose]), words.back];
  const card = make('section', { popover: 'manual', dir: 'auto' },
    make('div', { className: 'text' },
      make('h2', { textContent: words.title }),
      make('p', { textContent: [words.ask, words.never, collects ? words.leaves : words.stays].join(' ') }),
      make('details', {},
        make('summary', { textContent: words.more }),
        make('ul', {}, ...details.map((textContent) => make('li', { textContent }))),
      ),
    ),
    make('div', { className: 'row' }, button('answer', 'refused', words.refuse), button('answer', 'granted', words.allow)),
    close,
  );
  card.setAttribute('aria-label', words.title);
  return card;
}

/** A drawing, so that nobody hears “multiplication sign”. */
function cross(document: Document): Element {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M4 4l8 8M12 4l-8 8');
  svg.append(path);
  return svg;
}
