import { createRound, ROUND_MS } from './trace.js';

/** @typedef {import('./trace.js').Step} Step */

/**
 * Plays the trace into the page as synthetic events, each at its time on the page's clock. It asks for no layout while it
 * plays, since that would spare those who ask for one after it.
 */
export function createPlayer() {
  const places = new Map([...document.querySelectorAll('[id]')].map((element) => [element.id, centreOf(element)]));
  const where = (/** @type {string} */ id) => places.get(id) ?? { x: 0, y: 0 };
  /** @type {Element | null} */
  let over = null;
  let scrolledTo = 0;
  let edited = false;
  let dispatched = 0;

  /** @param {Element} target @param {Event} event */
  function send(target, event) {
    dispatched++;
    target.dispatchEvent(event);
  }

  /** @type {Readonly<Record<Step['kind'], (target: HTMLElement, step: Step) => void>>} */
  const acts = {
    move(target, step) {
      if (target !== over) {
        if (over?.isConnected) for (const type of ['pointerout', 'mouseout']) send(over, pointing(type, step, target));
        for (const type of ['pointerover', 'mouseover']) send(target, pointing(type, step, over));
        over = target;
      }
      for (const type of ['pointermove', 'mousemove']) send(target, pointing(type, step));
    },
    down(target, step) {
      for (const type of ['pointerdown', 'mousedown']) send(target, pointing(type, step));
      if (document.activeElement === target) return;
      if (edited && document.activeElement) send(document.activeElement, new Event('change', { bubbles: true }));
      edited = false;
      target.focus({ preventScroll: true });
    },
    up(target, step) {
      for (const type of ['pointerup', 'mouseup', 'click']) send(target, pointing(type, step));
    },
    key(target, { key = '' }) {
      const field = /** @type {HTMLInputElement} */ (target);
      for (const type of ['keydown', 'keypress']) send(target, new KeyboardEvent(type, { ...COMMON, key }));
      const entered = { ...COMMON, data: key, inputType: 'insertText' };
      send(target, new InputEvent('beforeinput', entered));
      field.value += key;
      edited = true;
      send(target, new InputEvent('input', entered));
    },
    keyup: (target, { key = '' }) => send(target, new KeyboardEvent('keyup', { ...COMMON, key })),
    wheel(target, { by = 0, x, y }) {
      send(target, new WheelEvent('wheel', { ...COMMON, clientX: x, clientY: y, deltaY: by }));
      scrolledTo = Math.max(0, scrolledTo + by);
      window.scrollTo(0, scrolledTo);
      dispatched++;
      document.dispatchEvent(new Event('scroll', { bubbles: true })); // the browser's own waits for a frame of real time
    },
  };

  /** @param {number} seed */
  async function playRound(seed) {
    const began = performance.now();
    for (const step of createRound(seed, where)) {
      const early = step.at - (performance.now() - began);
      if (early > 1) await pause(early);
      const target = document.getElementById(step.on);
      if (target) acts[step.kind](target, step);
    }
    for (const field of document.querySelectorAll('input[type=text],input[type=email],input[type=search],textarea')) /** @type {HTMLInputElement} */ (field).value = '';
    await pause(ROUND_MS - (performance.now() - began));
  }

  return {
    /** Plays so many rounds and says how many events there have been since the beginning. @param {number} first @param {number} rounds */
    async play(first, rounds) {
      for (let i = 0; i < rounds; i++) await playRound(first + i);
      return dispatched;
    },
    /** Changes the page while nobody does anything. @param {number} changes @param {number} everyMs */
    async changeAlone(changes, everyMs) {
      const note = /** @type {HTMLElement} */ (document.getElementById('ticker'));
      for (let i = 0; i < changes; i++) {
        note.textContent = `${i} visitors now`;
        await pause(everyMs);
      }
    },
  };
}

const COMMON = { bubbles: true, cancelable: true, composed: true, view: window };

/** @param {string} type @param {Step} step @param {Element | null} [relatedTarget] */
function pointing(type, { x, y, kind, nth = 0 }, relatedTarget = null) {
  const init = { ...COMMON, clientX: x, clientY: y, screenX: x, screenY: y, relatedTarget, detail: type === 'click' ? nth : 0, buttons: kind === 'down' ? 1 : 0, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  return type.startsWith('pointer') || type === 'click' ? new PointerEvent(type, init) : new MouseEvent(type, init);
}

/** Inside the window, wherever in the page it stands: the visitor would have scrolled there. @param {Element} element */
function centreOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) % window.innerHeight };
}

/** @param {number} ms @returns {Promise<void>} */
function pause(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
