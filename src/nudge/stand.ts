import { render } from 'preact';
import type { AppSignal, Help, OutcomeAnswer } from '../types';
import { createAnchor } from './anchor';
import { announce } from './announce';
import { createFace } from './face';
import { follow } from './follow';
import { createKeys } from './keys';
import { mountPoint } from './mountPoint';
import { overlap } from './place';
import { settle } from './settle';
import { createSurface, type Form } from './surface';
import { type Surroundings, surroundingsOf } from './surroundings';
import { pick, wordsFor } from './words';

/** Fingers and small windows get a sheet: there is no room beside anything. */
const SMALL = '(pointer:coarse),(max-width:480px)';
/** Dialogs that close take help along, and it is put back; a page that takes it away more often does not want it. */
const MOST_MOUNTS = 9;

/** What a piece of help needs to stand on the page. */
export interface Stage {
  readonly window: Window & typeof globalThis;
  readonly help: Help;
  /** Ends when the help is taken away. */
  readonly life: AbortSignal;
  /** The visitor can see it. */
  readonly onShown: () => void;
  /** The visitor asked why. */
  readonly onWhy: () => void;
  /** Ends the life with this answer. */
  readonly answer: (answer: OutcomeAnswer, event?: AppSignal) => void;
  /** Runs a task; when it fails, the help goes. */
  readonly attempt: (task: () => void) => void;
}

/** Puts one piece of help on the page and keeps it in its place until its life ends. */
export function stand({ window, help, life, onShown, onWhy, answer, attempt }: Stage): void {
  const { document } = window;
  const { template, title, side } = help.text;
  const words = wordsFor(help.locale);
  const surface = createSurface(window, words.lang);
  const keys = createKeys(surface.layer, surface.entrance, () => answer('closed'));
  const moves = follow(window, () => attempt(refresh), life);
  const anchor = createAnchor({
    find: () => help.anchor(),
    onFound(found, until) {
      moves.watch(found.getRootNode());
      if (template === 'tooltip') keys.bridge(found, until);
    },
    onSight: () => moves.soon(),
    end: life,
  });
  let form: Form | undefined;
  let mounts = 0;
  let element = anchor.element();
  /** A tooltip goes with its place; an invitation belongs to the page. */
  const tied = template === 'tooltip' && !!element;
  const face = createFace({ help, base: document.baseURI, anchor: () => element, onWhy, onBack, onChange: () => attempt(refresh), answer, attempt });

  function refresh(): void {
    element = anchor.element();
    if (tied && !element) return answer('gone');
    if (!surface.stands() && mounts++ < MOST_MOUNTS) surface.mount(mountPoint(document, element));
    const around = surroundingsOf(window, surface.host, element, side);
    const lost = tied && !(anchor.inSight() && inView(around));
    const inside = keys.inside();
    // Nobody's reading is cut off: what holds the focus stays the card or the chip that it is.
    const small = form && inside ? form === 'chip' : lost;
    const fits = (next: Form): boolean => {
      form = next;
      render(face(form, isAbove(around)), surface.content);
      return settle(surface, form, around, lost || inside || !element);
    };
    // Where a card would lie over its anchor, the chip waits until the visitor asks for it or makes room.
    if (!fits(small ? 'chip' : formOf(window, tied)) && !fits('chip') || !surface.stands()) answer('gone');
  }

  function onBack(): void {
    form = formOf(window, tied);
    element?.scrollIntoView({ block: 'center' });
    keys.enter();
    moves.soon();
  }

  function end(): void {
    window.cancelAnimationFrame(frame);
    keys.giveBack(element);
    surface.host.remove();
  }

  const where = (): string => (tied && element === document.activeElement ? words.pressTab : words.isLast);
  const frame = window.requestAnimationFrame(() => attempt(onShown));
  life.addEventListener('abort', end);
  moves.watch(document);
  announce(surface.status, () => `${pick(title, help.locale)} ${where()}`, window, life);
  refresh();
}

function inView({ anchor, view }: Surroundings): boolean {
  return !!anchor && overlap(anchor, view);
}

function isAbove({ anchor, view }: Surroundings): boolean {
  return !!anchor && anchor.y < view.y;
}

function formOf(window: Window, tied: boolean): Form {
  if (window.matchMedia(SMALL).matches) return 'sheet';
  return tied ? 'tooltip' : 'corner';
}
