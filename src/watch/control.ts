import type { Control, Looks } from '../types';
import { hostOf } from './hostOf';

/** What was pressed, as far as the event told. */
export interface Pressed {
  readonly target: Element;
  readonly x: number;
  readonly y: number;
  readonly blocked: boolean;
}

export interface Meant {
  /** The control that was meant. */
  readonly target: Element;
  readonly control: Control;
  readonly looks: Looks;
}

const OPAQUE = 'canvas,video,audio,iframe,object,embed,[data-furrow-opaque]';
const BUTTONS = '[type=button],[type=submit],[type=reset],[type=image]';
const BOXES = '[type=checkbox],[type=radio]';
const NATIVE = 'a[href],area[href],button,summary,input,[popovertarget]';
const ROLES = ['button', 'link', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'switch', 'checkbox', 'radio', 'treeitem']
  .map((role) => `[role=${role}]`).join();
const EDITABLE = `select,option,textarea,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=searchbox],[role=combobox],[role=spinbutton],[role=slider],input:not(${BUTTONS},${BOXES})`;
const ACTION = [OPAQUE, NATIVE, ROLES, EDITABLE, 'label'].join();

/** An element further up that shows a hand is a region, not a control. */
const CURSOR_LEVELS = 5;
/** Longer than this it is there to be read. */
const TEXT_CHARS = 20;

/** Understands what a press was meant for, by role, structure and cursor. Reads styles: call it after the next paint. */
export function controlOf(pressed: Pressed): Meant {
  const { target, blocked } = pressed;
  const action = actionOf(target) ?? pointed(target) ?? beneath(pressed);
  if (!action) return { target, control: isText(target) ? 'text' : 'decor', looks: 'cursor' };
  const looks = action.matches(NATIVE) ? 'native' : action.matches(ROLES) ? 'role' : 'cursor';
  return { target: action, control: blocked ? 'blocked' : kindOf(action), looks };
}

function kindOf(action: Element): Control {
  const meant = action.localName === 'label' ? labelOf(action) : action;
  if (meant.matches(OPAQUE) || isClosed(meant)) return 'opaque';
  if (meant.matches('input[readonly],textarea[readonly]')) return 'text';
  if (meant.matches(EDITABLE)) return 'editable';
  return meant.matches(`input:is(${BOXES})`) ? 'stateful' : 'effectful';
}

/** The control that a label stands for, or the label itself. */
function labelOf(label: Element): Element {
  return label.closest('label')?.control ?? label;
}

/** The nearest control around it, out of shadow roots too. */
function actionOf(target: Element): Element | undefined {
  const host = hostOf(target);
  const action = target.closest(ACTION);
  if (action && !(action.localName === 'label' && labelOf(action) === action)) return action;
  if (isClosed(target)) return target;
  return host && actionOf(host);
}

/** A custom element that is the innermost one seen: its shadow root is closed, and nobody can see inside. */
function isClosed(target: Element): boolean {
  return target.localName.includes('-') && !target.shadowRoot && !target.firstElementChild;
}

/** The box on which the pointer becomes a hand. */
function pointed(target: Element): Element | undefined {
  let box: Element | null = target;
  for (let level = 0; box && level < CURSOR_LEVELS; level++, box = box.parentElement) {
    const { parentElement }: Element = box;
    if (/^(html|body)$/.test(box.localName) || !hasHand(box)) return undefined;
    if (parentElement && !hasHand(parentElement)) return box;
  }
  return undefined;
}

function hasHand(element: Element): boolean {
  return /pointer|zoom/.test(styleOf(element)?.cursor ?? '');
}

/** The control that an invisible layer covers. */
function beneath({ target, x, y }: Pressed): Element | undefined {
  if (!(x || y) || target.textContent || !/^(rgba\(.*, 0\)|transparent)$/.test(styleOf(target)?.backgroundColor ?? '')) return undefined;
  const covered = target.ownerDocument.elementsFromPoint(x, y).find((element) => element.matches(NATIVE));
  return covered?.contains(target) || (covered && target.contains(covered)) ? undefined : covered;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

function isText(target: Element): boolean {
  const own = [...target.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').length > TEXT_CHARS);
  return own || !!target.closest('p,li,td,th,h1,h2,h3,h4,h5,h6,dd,dt,blockquote,pre,figcaption');
}
