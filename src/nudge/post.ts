import type { Channel } from '../types';
import { cardForm, isOfPage } from './form';
import { standInFlow } from './inFlow';
import { mountPoint } from './mountPoint';
import { overlap } from './place';
import { settle } from './settle';
import { type Form, isChip, type Surface } from './surface';
import { type Surroundings, surroundingsOf } from './surroundings';

/** Dialogs that close take it along, and it is put back; a page that takes it away more often does not want it. */
const MOST_MOUNTS = 9;
/** What stands among the page's own elements is put back once, where the page renders them anew. */
const MOST_JOINS = 2;

export interface PostOptions {
  readonly window: Window & typeof globalThis;
  readonly surface: Surface;
  /** The most that is shown. */
  readonly shape: Channel;
  readonly side: Parameters<typeof surroundingsOf>[3];
  /** Its place can be seen, for all that boxes of the page may have scrolled. */
  readonly inSight: () => boolean;
  /** The visitor is in it. */
  readonly isInside: () => boolean;
  readonly draw: (form: Form, up: boolean) => void;
}

/** Where something stands, and in which form. */
export interface Post {
  /** Puts it where it belongs now, beside its place; false where there is no spot for it. */
  keep(place: Element | undefined): boolean;
  /** The visitor asked for the card. */
  open(place: Element | undefined): void;
  form(): Form | undefined;
  /** Passive help shows no more than a chip until the visitor asks for it. */
  isOpen(): boolean;
  /** Whether a place is in view. */
  sees(place: Element | undefined): boolean;
}

/** Keeps something in sight and out of the way: in the page's own flow or over the page, as a card or as a chip. */
export function createPost({ window, surface, shape, side, inSight, isInside, draw }: PostOptions): Post {
  let form: Form | undefined;
  let joins = shape === 'inline';
  let asked = shape !== 'chip';
  let puts = 0;

  function keep(place: Element | undefined): boolean {
    if (joins && join(place)) return true;
    if (joins && puts > 1) return false;
    // where it cannot be a line of the page it must not be more, so that it waits as a chip
    if (joins) joins = asked = false;
    if (!surface.stands() && puts++ < MOST_MOUNTS) surface.mount(mountPoint(window.document, place));
    return settleOver(around(place), isTied(place)) && surface.stands();
  }

  /** In the page's own flow. */
  function join(place: Element | undefined): boolean {
    take('inline', false);
    return surface.stands() || !!place && puts++ < MOST_JOINS && surface.join((host) => standInFlow(host, place));
  }

  function settleOver(seen: Surroundings, tied: boolean): boolean {
    const lost = tied && !(inSight() && inView(seen));
    const inside = isInside();
    // Nobody's reading is cut off: what holds the focus stays the card or the chip that it is.
    const small = form && inside ? isChip(form) : lost || !asked;
    const fits = (next: Form): boolean => {
      take(next, isAbove(seen));
      return settle(surface, next, seen, lost || inside || !seen.anchor);
    };
    // Where a card would lie over its anchor, the chip waits until the visitor asks for it or makes room.
    return fits(small ? (lost ? 'back' : 'chip') : cardForm(shape, tied, window)) || fits('chip');
  }

  function take(next: Form, up: boolean): void {
    form = next;
    draw(next, up);
  }

  const around = (place: Element | undefined): Surroundings => surroundingsOf(window, surface.host, place, side);
  const isTied = (place: Element | undefined): boolean => !isOfPage(shape) && !!place;
  return {
    keep,
    open(place) {
      asked = true;
      form = cardForm(shape, isTied(place), window);
    },
    form: () => form,
    isOpen: () => asked,
    sees: (place) => inView(around(place)),
  };
}

function inView({ anchor, view }: Surroundings): boolean {
  return !!anchor && overlap(anchor, view);
}

function isAbove({ anchor, view }: Surroundings): boolean {
  return !!anchor && anchor.y < view.y;
}
