import { focus } from './focus';

export interface Keys {
  /** Lets Tab go from the anchor into the nudge and Escape close it there, until the signal ends. */
  bridge(anchor: Element, until: AbortSignal): void;
  /** Whether the visitor is in the nudge. */
  inside(): boolean;
  /** Keeps a visitor who is in the nudge at its beginning, while what had the focus is replaced. */
  enter(): void;
  /** Puts the focus back where it came from, if it is in the nudge. */
  giveBack(otherwise: Element | undefined): void;
}

/**
 * The way in and out by keyboard. From the anchor Tab leads to the nudge's first control, and from its last one to what follows
 * the anchor, by moving the focus just before the browser's own Tab does. Whoever comes by the page's own order leaves by it too.
 */
export function createKeys(layer: HTMLElement, entrance: HTMLElement, onEscape: () => void): Keys {
  let bridged: Element | undefined;
  let cameFrom: EventTarget | null = null;

  layer.addEventListener('focusin', ({ relatedTarget }) => {
    if (!holds(relatedTarget)) cameFrom = relatedTarget;
  });
  layer.addEventListener('focusout', ({ relatedTarget }) => {
    if (!holds(relatedTarget)) bridged = undefined;
  });
  layer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    }
    if (event.key === 'Tab' && bridged) leave(event, bridged);
  });

  function leave(event: KeyboardEvent, anchor: Element): void {
    const controls = [...layer.querySelectorAll('a,button')];
    const at = controls.findIndex((control) => control.matches(':focus'));
    if (event.shiftKey ? at > 0 : at < controls.length - 1) return;
    if (event.shiftKey) event.preventDefault();
    focusInPlace(anchor);
    if (!event.shiftKey) passOver();
  }

  /** What follows the anchor may be the nudge itself: the browser's own Tab, which comes right after this, shall not lead back into it. */
  function passOver(): void {
    const isBack = (): void => void (layer.inert = false);
    layer.inert = true;
    layer.ownerDocument.addEventListener('focusin', isBack, { once: true });
    // where Tab leads out of the page
    setTimeout(isBack);
  }

  function bridge(anchor: Element, until: AbortSignal): void {
    // who came from an anchor that is another one now goes back to that
    bridged &&= anchor;
    anchor.addEventListener('keydown', (event) => {
      if (!isKey(event) || event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Escape') return onEscape();
      if (event.key !== 'Tab' || event.shiftKey || event.target !== anchor) return;
      bridged = anchor;
      focusInPlace(entrance);
    }, { signal: until });
  }

  const holds = (target: EventTarget | null): boolean => isNode(target) && layer.contains(target);
  const inside = (): boolean => layer.matches(':focus-within');
  return {
    bridge,
    inside,
    enter: () => focusInPlace(entrance),
    giveBack: (otherwise) => {
      if (inside()) focusInPlace(cameFrom ?? otherwise);
    },
  };
}

/** Also in a frame, whose nodes are no instances of this window's `Node`. */
function isNode(target: EventTarget | null): target is Node {
  return !!target && 'nodeType' in target;
}

function isKey(event: Event): event is KeyboardEvent {
  return 'key' in event;
}

/** Without scrolling: the page stays where the visitor left it. */
function focusInPlace(target: EventTarget | null | undefined): void {
  focus(target, { preventScroll: true });
}
