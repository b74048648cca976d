// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createRecords } from '../src/browser/records';

beforeEach(() => { localStorage.clear(); sessionStorage.clear(); });

/** A window whose storage throws on every touch, as with cookies blocked. */
const refusing = { get localStorage(): Storage { throw new DOMException('blocked', 'SecurityError'); }, get sessionStorage(): Storage { throw new DOMException('blocked', 'SecurityError'); } } as unknown as Window;

test('what one tab writes the next one reads', () => {
  createRecords(window).write('ledger', { shown: 2 });
  expect(createRecords(window).read('ledger')).toEqual({ shown: 2 });
  expect(localStorage.getItem('furrow.ledger')).toBe('{"shown":2}');
});

test('session records live in the session', () => {
  createRecords(window, 'session').write('visit', 'v');
  expect([localStorage.length, sessionStorage.getItem('furrow.visit')]).toEqual([0, '"v"']);
});

test('memory records touch no storage at all', () => {
  const records = createRecords(refusing, 'memory');
  records.write('visit', 'v');
  expect(records.read('visit')).toBe('v');
  expect(records.keys()).toEqual(['visit']);
  records.remove('visit');
  expect(records.read('visit')).toBeUndefined();
});

test('a browser that refuses storage keeps records as long as the page', () => {
  const records = createRecords(refusing);
  records.write('ledger', 1);
  expect(records.read('ledger')).toBe(1);
  expect(records.keys()).toEqual(['ledger']);
  records.remove('ledger');
  expect(records.keys()).toEqual([]);
});

test('full storage loses nothing in this page', () => {
  const full = { localStorage: { getItem: () => null, removeItem: () => undefined, setItem: () => { throw new DOMException('', 'QuotaExceededError'); } } } as unknown as Window;
  const records = createRecords(full);
  records.write('ledger', 1);
  expect(records.read('ledger')).toBe(1);
});

test('full storage does not bring back what was kept before: a no that does not fit leaves no yes', () => {
  const kept = new Map([['furrow.receipt', '"yes"']]);
  const full = { localStorage: { getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => kept.delete(key), setItem: () => { throw new DOMException('', 'QuotaExceededError'); } } } as unknown as Window;
  createRecords(full).write('receipt', 'no');
  expect(createRecords(full).read('receipt')).toBeUndefined();
});

test('what others keep is none of our business', () => {
  localStorage.setItem('cart', '[]');
  localStorage.setItem('furrow.ledger', 'not json');
  const records = createRecords(window);
  expect(records.keys()).toEqual(['ledger']);
  expect(records.read('ledger')).toBeUndefined();
});
