import { render } from 'preact';
import type { CardContext, Help } from '../parts';
import type { Template } from '../types';
import { createAnchor } from './anchor';
import { announce } from './announce';
import type { Face } from './face';
import { focus } from './focus';
import { follow } from './follow';
import { isOfPage, lesser } from './form';
import { frame } from './frame';
import { createKeys } from './keys';
import { createPost } from './post';
import { createSurface } from './surface';
import type { Turn } from './turns';

/** What is to stand on the page, and who hears of it. */
export interface Stage extends Pick<Help, 'words' | 'channel'> {
  readonly window: Window & typeof globalThis;
  readonly turn: Turn;
  readonly template: Template;
  readonly side: Help['text']['side'];
  /** It goes from place to place, and where there is none, stands in the corner. All else goes with its place. */
  readonly roams: boolean;
  /** Its place now. */
  readonly find: () => Element | undefined;
  readonly makeFace: (context: CardContext & { readonly anchor: () => Element | undefined }) => Face;
  /** The visitor can see it. */
  readonly onShown: () => void;
  /** Ends the turn. */
  readonly onEnd: (because: 'closed' | 'gone') => void;
}

/** Something that stands on the page. */
export interface Stood {
  /** Its place is another one, because the visitor asked for it; what it says there is read out. */
  move(said: string): void;
}

/** Puts something on the page and keeps it in its place until its turn ends. */
export function stand({ window, turn: { life, attempt }, words, channel, template, side, roams, find, makeFace, onShown, onEnd }: Stage): Stood {
  const { document } = window;
  const least = lesser(template, channel);
  // what goes from place to place cannot be a line of the page: it waits as the less that it may be
  const shape = least === 'inline' && roams ? 'chip' : least;
  const surface = createSurface(window, words.lang);
  const onClose = (): void => onEnd('closed');
  const keys = createKeys(surface.layer, surface.entrance, onClose);
  const moves = follow(window, () => attempt(refresh), life);
  const anchor = createAnchor({
    find,
    onFound(found, until) {
      moves.watch(found.getRootNode());
      if (!isOfPage(shape)) keys.bridge(found, until);
    },
    onSight: () => moves.soon(),
    end: life,
  });
  const post = createPost({ window, surface, shape, side, inSight: () => anchor.inSight(), isInside: () => keys.inside(), draw: (form, up) => render(frame(face, form, up, ways), surface.content) });
  let element = anchor.element();
  const goesWithIt = !isOfPage(shape) && !!element && !roams;
  const face = makeFace({ anchor: () => element, onChange, attempt });
  const ways = { close: words.close, onOpen, onClose };

  function refresh(): void {
    element = anchor.element();
    if (goesWithIt && !element || !post.keep(element)) onEnd('gone');
  }

  function onOpen(): void {
    if (post.form() === 'back') bring('center');
    post.open(element);
    // So that screen readers read what was asked for.
    onChange('section');
  }

  function onChange(to?: string): void {
    // a chat may answer when nothing stands here any more
    if (life.aborted) return;
    if (to) keys.enter();
    attempt(refresh);
    if (to) focus(surface.content.querySelector(to));
  }

  function move(said: string): void {
    anchor.leave();
    element = anchor.element();
    bring(post.sees(element) ? 'nearest' : 'center');
    attempt(refresh);
    announce(surface.status, () => said, window, life);
  }

  /** Never but at the visitor's press; at once, so that nobody is carried through the page. */
  function bring(block: ScrollLogicalPosition): void {
    element?.scrollIntoView({ block, behavior: 'instant' });
  }

  function end(): void {
    window.cancelAnimationFrame(painting);
    keys.giveBack(element);
    surface.host.remove();
  }

  function introduction(): string {
    const isHere = element && element === document.activeElement && !isOfPage(shape);
    const where = post.form() === 'inline' ? '' : words.isLast;
    const title = post.isOpen() ? face.title : face.label;
    const way = isHere ? words.pressTab : where;
    // a title without a full stop would run into what follows
    return way ? `${title}${/[.!?…。？！؟]$/.test(title) ? '' : '.'} ${way}` : title;
  }

  const painting = window.requestAnimationFrame(() => attempt(onShown));
  life.addEventListener('abort', end);
  moves.watch(document);
  announce(surface.status, introduction, window, life);
  refresh();
  return { move };
}
