import { render } from 'preact';
import type { Help } from '../parts';
import type { GiveAnswer } from './actions';
import { createAnchor } from './anchor';
import { announce } from './announce';
import { createFace } from './face';
import { focus } from './focus';
import { follow } from './follow';
import { createKeys } from './keys';
import { mountPoint } from './mountPoint';
import { overlap } from './place';
import { settle } from './settle';
import { createSurface, type Form, isChip } from './surface';
import { type Surroundings, surroundingsOf } from './surroundings';
import { pick } from './pick';

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
  readonly answer: GiveAnswer;
  /** Runs a task; when it fails, the help goes. */
  readonly attempt: (task: () => void) => void;
}

/** Puts one piece of help on the page and keeps it in its place until its life ends. */
export function stand({ window, help, life, onShown, onWhy, answer, attempt }: Stage): void {
  const { document } = window;
  const { template, title, side } = help.text;
  /** An invitation belongs to the page; all else belongs to its place and goes with it. */
  const invites = template === 'chat-invite' && help.channel === 'chat-invite';
  const { words } = help;
  const surface = createSurface(window, words.lang);
  const keys = createKeys(surface.layer, surface.entrance, () => answer('closed'));
  const moves = follow(window, () => attempt(refresh), life);
  const anchor = createAnchor({
    find: () => help.anchor(),
    onFound(found, until) {
      moves.watch(found.getRootNode());
      if (!invites) keys.bridge(found, until);
    },
    onSight: () => moves.soon(),
    end: life,
  });
  let form: Form | undefined;
  /** Passive help shows no more than a chip until the visitor asks for it. */
  let asked = help.channel !== 'chip';
  let mounts = 0;
  let element = anchor.element();
  const tied = !invites && !!element;
  const face = createFace({ help, base: document.baseURI, anchor: () => element, steps: undefined, onWhy, onOpen, onChange: () => attempt(refresh), answer, attempt });

  function refresh(): void {
    element = anchor.element();
    if (tied && !element) return answer('gone');
    if (!surface.stands() && mounts++ < MOST_MOUNTS) surface.mount(mountPoint(document, element));
    const around = surroundingsOf(window, surface.host, element, side);
    const lost = tied && !(anchor.inSight() && inView(around));
    const inside = keys.inside();
    // Nobody's reading is cut off: what holds the focus stays the card or the chip that it is.
    const small = form && inside ? isChip(form) : lost || !asked;
    const fits = (next: Form): boolean => {
      form = next;
      render(face.draw(form, isAbove(around)), surface.content);
      return settle(surface, form, around, lost || inside || !element);
    };
    // Where a card would lie over its anchor, the chip waits until the visitor asks for it or makes room.
    if (!fits(small ? (lost ? 'back' : 'chip') : formOf(window, tied)) && !fits('chip') || !surface.stands()) answer('gone');
  }

  function onOpen(): void {
    if (form === 'back') element?.scrollIntoView({ block: 'center' });
    asked = true;
    form = formOf(window, tied);
    keys.enter();
    attempt(refresh);
    // So that screen readers read what was asked for.
    focus(surface.content.firstElementChild);
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
  announce(surface.status, () => `${asked ? pick(title, help.locale) : face.label} ${where()}`, window, life);
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
