export type Field = 'text' | 'select' | 'textarea' | 'password' | 'otp' | 'number';

/** The kind of field, for fields that ask for something to be written or chosen; searches ask for nothing. */
export function fieldOf({ localName, type, autocomplete, readOnly }: HTMLInputElement): Field | undefined {
  if (localName === 'textarea' || localName === 'select') return localName;
  if (localName !== 'input' || readOnly) return undefined;
  if (autocomplete === 'one-time-code') return 'otp';
  if (type === 'password') return 'password';
  if (/^(number|date|time|month|week|datetime-local)$/.test(type)) return 'number';
  return /^(text|email|tel|url)$/.test(type) ? 'text' : undefined;
}

/** By its properties, because a frame has classes of its own. */
export function isField(target: Element | undefined): target is HTMLInputElement {
  return !!target && 'value' in target;
}
