import { render } from 'preact';
import type { AppSignal, Help, NudgeText, OutcomeAnswer } from '../types';
import { createAnchor } from './anchor';
import { announce } from './announce';
import { createFace } from './face';
import { follow } from './follow';
import { createKeys } from './keys';
import { labelOf } from './label';
import { mountPoint } from './mountPoint';
import { type Box, overlap, type Side } from './place';
import { settle } from './settle';
import { createSurface, type Form } from './surface';
import { boxOf, viewOf } from './view';
import { pick, wordsFor } from './words';

/** Fingers and small windows get a sheet: there is no room beside anything. */
const SMALL = '(pointer:coarse),(max-width:480px)';

/** What a piece of help needs to stand on the page. */
export interface Stage {
  readonly window: Window & typeof globalThis;
  readonly help: Help;
  /** Ends when the help is taken away. */
  readonly life: AbortSignal;
  /** The visitor can see it. */
  onShown(): void;
  /** The visitor asked why. */
  onWhy(): void;
  /** Ends the life with this answer. */
  answer(answer: OutcomeAnswer, event?: AppSignal): void;
  /** Runs a task; when it fails, the help goes. */
  attempt(task: () => void): void;
}

/** Puts one piece of help on the page and keeps it in its place until its life ends. */
export function stand({ window, help, life, onShown, onWhy, answer, attempt }: Stage): void {
  const { document } = window;
  const words = wordsFor(help.locale);
  const surface = createSurface(window, words.lang);
  const keys = createKeys(surface.layer, surface.entrance, () => answer('closed'));
  const moves = follow(window, () => attempt(refresh), life);
  const anchor = createAnchor({
    find: help.anchor,
    onFound(found, until) {
      moves.watch(found.getRootNode());
      if (help.text.template === 'tooltip') keys.bridge(found, until);
    },
    onSight: moves.soon,
    end: life,
  });
  let element = anchor.element();
  /** A tooltip goes with its place; an invitation belongs to the page. */
  const tied = help.text.template === 'tooltip' && !!element;
  const face = createFace({
    help, label: labelOf(element), base: document.baseURI, anchor: () => element, onWhy, onBack: () => element?.scrollIntoView({ block: 'center' }), onChange: () => attempt(refresh), answer, attempt,
  });

  function refresh(): void {
    element = anchor.element();
    if (tied && !element) return answer('gone');
    if (!surface.stands()) surface.mount(mountPoint(document, element));
    const view = viewOf(window);
    const box = element && boxOf(element, window);
    const lost = tied && box && !keys.inside() && !(anchor.inSight() && overlap(box, view));
    const form = lost ? 'chip' : formOf(window, tied);
    render(face(form, !!box && box.y < view.y), surface.content);
    if (!surface.stands()) return answer('gone');
    const rightToLeft = window.getComputedStyle(element ?? document.body).direction === 'rtl';
    settle(surface, form, { view, anchor: box, focused: focusedBox(window, surface.host), side: sideOf(help.text.side, rightToLeft), rightToLeft });
  }

  function sentence(): string {
    const near = tied && element === document.activeElement;
    return `${pick(help.text.title, help.locale)} ${near ? words.pressTab : words.isLast}`;
  }

  life.addEventListener('abort', () => {
    keys.giveBack(element);
    surface.host.remove();
  });
  moves.watch(document);
  refresh();
  if (life.aborted) return;
  announce(surface.status, sentence, window, life);
  const frame = window.requestAnimationFrame(() => attempt(onShown));
  life.addEventListener('abort', () => window.cancelAnimationFrame(frame));
}

function formOf(window: Window, tied: boolean): Form {
  if (window.matchMedia(SMALL).matches) return 'sheet';
  return tied ? 'tooltip' : 'corner';
}

function sideOf(side: NudgeText['side'], rightToLeft: boolean): Side {
  if (side === 'auto') return 'bottom';
  if (side === 'top' || side === 'bottom') return side;
  return (side === 'start') === rightToLeft ? 'right' : 'left';
}

/** Where the visitor is at work. What holds the help too, such as the page or a dialog, is not meant. */
function focusedBox(window: Window, host: Element): Box | undefined {
  const { activeElement } = window.document;
  return activeElement && !activeElement.contains(host) ? boxOf(activeElement, window) : undefined;
}
