import { innermost } from './innermost';

export type Field = 'text' | 'select' | 'textarea' | 'password' | 'otp' | 'number';

/** What is searched for is no answer that anybody waits for. */
const SEARCH = '[role=searchbox],[role=search] *,[name=q]';

/** The kind of field, for fields that ask for something to be written or chosen; searches ask for nothing. */
export function fieldOf(field: HTMLInputElement): Field | undefined {
  const { localName, type, autocomplete, readOnly } = field;
  if (field.matches(SEARCH)) return undefined;
  if (localName === 'textarea' || localName === 'select') return localName;
  if (localName !== 'input' || readOnly) return undefined;
  if (autocomplete === 'one-time-code') return 'otp';
  if (type === 'password') return 'password';
  if (/^(number|date|time|month|week|datetime-local)$/.test(type)) return 'number';
  return /^(text|email|tel|url)$/.test(type) ? 'text' : undefined;
}

/**
 * The field that was changed by hand: written in, chosen from, ticked. Browsers and password managers fill in without an input
 * type, or where the focus is not.
 */
export function editedIn(event: Event): HTMLInputElement | undefined {
  const field = innermost(event);
  if (!isField(field)) return undefined;
  const isWritten = 'inputType' in event && !!event.inputType && event.inputType !== 'insertReplacementText';
  const kind = fieldOf(field);
  const isChosen = kind === 'select' || kind === 'number' ? field.matches(':focus') : /^(checkbox|radio)$/.test(field.type);
  return isChosen || (kind && isWritten) ? field : undefined;
}

/** By its properties, because a frame has classes of its own. */
export function isField(target: Element | undefined): target is HTMLInputElement {
  return !!target && 'value' in target;
}
