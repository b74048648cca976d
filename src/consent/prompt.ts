import type { PromptAnswer, PromptOptions } from '../parts';
import { meaningOf } from './meaning';
import { promptStyle } from './promptStyle';
import { restOf } from './rest';
import { textHashOf } from './textHash';

type Said = PromptAnswer['answer'];

/**
 * The question, in plain DOM: one `<furrow-prompt>` before everything else in the body, so that a keyboard or a screen reader
 * meets it first. It takes no focus, covers no more than its own card, listens to its own elements alone, and leaves nothing behind.
 * When `end` aborts it resolves as dismissed, and whoever aborted knows better than to count that.
 */
export const prompt = (document: Document, options: PromptOptions, end: AbortSignal): Promise<PromptAnswer> => new Promise((resolve) => {
  const host = document.createElement('furrow-prompt');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(promptStyle);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const locale = host.lang = options.words.lang;

  function answer(said: Said): void {
    end.removeEventListener('abort', dismiss);
    host.remove();
    resolve(hashed.then((textHash) => ({ answer: said, locale, ...(textHash && { textHash }), ...(said === 'dismissed' && restOf(options.last)) })));
  }
  const dismiss = (): void => answer('dismissed');

  const card = cardOf(document, options, answer);
  // Now, so that the answer waits for nothing.
  const hashed = textHashOf(card);
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
  // The top layer, where there is one, so that nothing of the page can lie over the question; but a dialog that is open already
  // comes first: it makes all else inert, and must not be covered by what nobody could press.
  if (card.showPopover && !document.querySelector('dialog:modal')) card.showPopover();
});

/** Yes and no are the same in everything but their word, and no comes first. */
function cardOf(document: Document, { words, collects, fingerprint, last }: PromptOptions, answer: (said: Said) => void): HTMLElement {
  function make<K extends keyof HTMLElementTagNameMap>(tag: K, of: Partial<HTMLElementTagNameMap[K]>, ...inside: readonly Node[]): HTMLElementTagNameMap[K] {
    const element = Object.assign(document.createElement(tag), of);
    element.append(...inside);
    return element;
  }
  const button = (className: string, said: Said, textContent: string): HTMLElement =>
    make('button', { type: 'button', className, textContent, onclick: () => answer(said) });
  const list = (lines: readonly string[]): HTMLElement => make('ul', {}, ...lines.map((textContent) => make('li', { textContent })));

  const close = button('close', 'dismissed', '');
  close.setAttribute('aria-label', words.close);
  close.append(cross(document));
  const addressOf = (href: string): string => {
    const { host, pathname } = make('a', { href });
    return host + pathname;
  };
  const meaning = meaningOf(fingerprint, words, addressOf);
  const before = last?.purposes.includes('notice') && last.fingerprint !== fingerprint ? meaningOf(last.fingerprint, words, addressOf) : meaning;
  const news = meaning.filter((line) => !before.includes(line));
  const card = make('section', { popover: 'manual', dir: 'auto' },
    make('div', { className: 'text' },
      make('h2', { textContent: words.title }),
      ...(news[0] ? [make('p', { textContent: words.changed }), list(news)] : []),
      make('p', { textContent: [words.ask, words.never, collects ? words.leaves : words.stays].join(' ') }),
      make('details', {}, make('summary', { textContent: words.more }), list([...meaning, words.back])),
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
