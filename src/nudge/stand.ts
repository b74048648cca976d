import { render } from 'preact';
import type { Help } from '../parts';
import type { Template } from '../types';
import { createAnchor } from './anchor';
import { announce } from './announce';
import type { Face, FaceContext } from './face';
import { focus } from './focus';
import { follow } from './follow';
import { cardForm, isOfPage, lesser } from './form';
import { standInFlow } from './inFlow';
import { createKeys } from './keys';
import { mountPoint } from './mountPoint';
import { overlap } from './place';
import { settle } from './settle';
import { createSurface, type Form, isChip } from './surface';
import { type Surroundings, surroundingsOf } from './surroundings';
import type { Turn } from './turns';

/** Dialogs that close take it along, and it is put back; a page that takes it away more often does not want it. */
const MOST_MOUNTS = 9;
/** What stands among the page's own elements is put back once, where the page renders them anew. */
const MOST_JOINS = 2;

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
  readonly makeFace: (context: FaceContext & { readonly anchor: () => Element | undefined }) => Face;
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
  const shape = lesser(template, channel);
  const surface = createSurface(window, words.lang);
  const keys = createKeys(surface.layer, surface.entrance, () => onEnd('closed'));
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
  let form: Form | undefined;
  /** Passive help shows no more than a chip until the visitor asks for it. */
  let joins = shape === 'inline' && !roams;
  let asked = shape !== 'chip' && (shape !== 'inline' || joins);
  let puts = 0;
  let element = anchor.element();
  const goesWithIt = !isOfPage(shape) && !!element && !roams;
  const face = makeFace({ anchor: () => element, onOpen, onChange, attempt });

  function refresh(): void {
    element = anchor.element();
    if (goesWithIt && !element) return onEnd('gone');
    if (joins && join()) return;
    if (joins && puts > 1) return onEnd('gone');
    // where it cannot be a line of the page it must not be more, so that it waits as a chip
    if (joins) joins = asked = false;
    stay();
  }

  /** In the page's own flow, or false where there is no place for it. */
  function join(): boolean {
    draw('inline', false);
    if (surface.stands()) return true;
    const place = element;
    return !!place && puts++ < MOST_JOINS && surface.join((host) => standInFlow(host, place));
  }

  /** Over the page. */
  function stay(): void {
    if (!surface.stands() && puts++ < MOST_MOUNTS) surface.mount(mountPoint(document, element));
    const around = surroundingsOf(window, surface.host, element, side);
    const tied = !isOfPage(shape) && !!element;
    const lost = tied && !(anchor.inSight() && inView(around));
    const inside = keys.inside();
    // Nobody's reading is cut off: what holds the focus stays the card or the chip that it is.
    const small = form && inside ? isChip(form) : lost || !asked;
    const fits = (next: Form): boolean => {
      draw(next, isAbove(around));
      return settle(surface, next, around, lost || inside || !element);
    };
    // Where a card would lie over its anchor, the chip waits until the visitor asks for it or makes room.
    if (!fits(small ? (lost ? 'back' : 'chip') : cardForm(shape, tied, window)) && !fits('chip') || !surface.stands()) onEnd('gone');
  }

  function draw(next: Form, up: boolean): void {
    form = next;
    render(face.draw(form, up), surface.content);
  }

  function onOpen(): void {
    if (form === 'back') bring('center');
    asked = true;
    form = cardForm(shape, goesWithIt, window);
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
    bring(inView(surroundingsOf(window, surface.host, element, side)) ? 'nearest' : 'center');
    attempt(refresh);
    announce(surface.status, () => said, window, life);
  }

  /** Never but at the visitor's press; at once, so that nobody is carried through the page. */
  function bring(block: ScrollLogicalPosition): void {
    element?.scrollIntoView({ block, behavior: 'instant' });
  }

  function end(): void {
    window.cancelAnimationFrame(frame);
    keys.giveBack(element);
    surface.host.remove();
  }

  function introduction(): string {
    const isHere = element && element === document.activeElement && !isOfPage(shape);
    const where = joins ? '' : words.isLast;
    return `${asked ? face.title : face.label} ${isHere ? words.pressTab : where}`.trim();
  }

  const frame = window.requestAnimationFrame(() => attempt(onShown));
  life.addEventListener('abort', end);
  moves.watch(document);
  announce(surface.status, introduction, window, life);
  refresh();
  return { move };
}

function inView({ anchor, view }: Surroundings): boolean {
  return !!anchor && overlap(anchor, view);
}

function isAbove({ anchor, view }: Surroundings): boolean {
  return !!anchor && anchor.y < view.y;
}
