import type { Attempt } from '../types';
import { isField } from './field';
import { hostOf } from './hostOf';

/** Fields that are written in or chosen from. */
const FIELDS = 'textarea,select,input:not([type=hidden],[type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=image],[type=range],[type=file])';
const FORMS = 'form,[role=form],[role=search],[role=dialog],dialog,[data-furrow-form]';
const BUTTON = 'button,[role=button],[type=submit]';

/** A group of fields with its button stands this close together; further up it is the page. */
const GROUP_LEVELS = 5;
/** Fewer fields with a button beside them are a control, not a form. */
const GROUP_FIELDS = 2;
/** A user, a password and a code; who registers is asked for more. */
const LOGIN_FIELDS = 3;
/** A word, and perhaps where to look for it. */
const SEARCH_FIELDS = 2;

/** The form that an element belongs to; without one, the nearest group of fields that has a button. Reads no layout. */
export function formOf(element: Element): Element | undefined {
  const form = element.closest(FORMS) ?? owner(element) ?? group(element);
  const host = hostOf(element);
  return form ?? (host && formOf(host));
}

export function fieldsOf(form: Element): readonly Element[] {
  return [...form.querySelectorAll(FIELDS)];
}

/** What a form is for, by its fields. */
export function purposeOf(form: Element): Attempt['kind'] {
  const many = fieldsOf(form).length;
  if (form.querySelector('[autocomplete^=cc-]')) return 'payment';
  if (many <= LOGIN_FIELDS && form.querySelectorAll('[type=password]:not([autocomplete=new-password])').length === 1) return 'login';
  const searches = form.matches('[role=search]') || form.querySelector('[type=search],[name=q]');
  return searches && many <= SEARCH_FIELDS ? 'search' : 'submit';
}

/** Fields that the page marks as wrong, or the browser where the form asks it to; not those of a later step. Reads layout. */
export function wrongIn(form: Element): readonly Element[] {
  const isChecked = !form.matches('[novalidate]');
  return [...form.querySelectorAll('[aria-invalid=true],input:not([type=radio]),select,textarea')]
    .filter((each) => each.matches('[aria-invalid=true]') || (isChecked && isField(each) && !each.validity.valid && each.checkVisibility?.() !== false));
}

/** A field may name its form from elsewhere. */
function owner(element: Element): Element | undefined {
  const id = element.getAttribute('form');
  return (id && element.ownerDocument.getElementById(id)) || undefined;
}

function group(element: Element): Element | undefined {
  let box = element.parentElement;
  for (let level = 0; box && level < GROUP_LEVELS && !/^(html|body|main)$/.test(box.localName); level++, box = box.parentElement) {
    if (box.querySelector(BUTTON) && fieldsOf(box).length >= GROUP_FIELDS) return box;
  }
  return undefined;
}
