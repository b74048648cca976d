import { expect, test } from 'vitest';
import { blockersOf } from '../../src/decide/unless';
import type { AttributeValue, Doing, SignalName, Unless } from '../../src/types';

const NOW = 60_000;
const WALL_MS = 1_780_000_000_000;

interface Given {
  readonly doing?: readonly Doing[];
  readonly pages?: readonly string[];
  readonly told?: Readonly<Partial<Record<SignalName, number>>>;
  /** Of the place of the nudge; left out, it has none on the page. */
  readonly isHidden?: boolean;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

function blockers(unless: readonly Unless[], { doing = [], pages = [], told = {}, attributes = {}, isHidden }: Given = {}) {
  return blockersOf({ unless }, {
    now: NOW, wallMs: WALL_MS, pages, doing: new Set<string>(doing), lastAt: (name) => told[name],
    host: { attributes: new Map(Object.entries(attributes)), incidents: [], holds: [], holidays: new Set(), level: 'all', quiet: [], contacts: [] },
  }, () => (isHidden === undefined ? undefined : { isHidden }));
}

const typing: Unless = { kind: 'while', doing: 'typing' };
const afterCopying: Unless = { kind: 'signal', signal: 'copy-struggle', withinMs: 30_000 };
const inCart: Unless = { kind: 'page', page: 'cart' };
const guests: Unless = { kind: 'who', who: { kind: 'all', of: [{ kind: 'attribute', attribute: 'signedIn', test: 'is', values: [false] }], segment: 'guests' } };

test('a visitor who types is left alone, and looked after again a second later', () => {
  expect(blockers([typing], { doing: ['typing'] })).toEqual([{ code: 'doing', because: 'silent while typing', until: WALL_MS + 1000 }]);
  expect(blockers([typing], { doing: ['scrolling'] })).toEqual([]);
});

test('an element that is hidden keeps the rule silent; one that is seen or gone does not', () => {
  const hidden: Unless = { kind: 'while', doing: 'element-hidden' };
  expect(blockers([hidden], { isHidden: true })).toEqual([{ code: 'doing', because: 'silent while element-hidden', until: WALL_MS + 1000 }]);
  expect([blockers([hidden], { isHidden: false }), blockers([hidden])]).toEqual([[], []]);
});

test('a signal holds for as long as the rule says, to the millisecond', () => {
  expect(blockers([afterCopying], { told: { 'copy-struggle': NOW - 10_000 } })).toEqual([{ code: 'signal', because: 'copy-struggle was noticed in the last 30 s', until: WALL_MS + 20_000 }]);
  expect(blockers([afterCopying], { told: { 'copy-struggle': NOW - 29_999 } })).toMatchObject([{ until: WALL_MS + 1 }]);
  expect(blockers([afterCopying], { told: { 'copy-struggle': NOW - 30_000 } })).toEqual([]);
});

test('a signal that never came, or another one, holds nothing', () => {
  expect(blockers([afterCopying])).toEqual([]);
  expect(blockers([afterCopying], { told: { 'rage-click': NOW } })).toEqual([]);
});

test('on a page that the rule leaves out it is silent for as long as the visitor is there', () => {
  expect(blockers([inCart], { pages: ['/cart', 'cart'] })).toEqual([{ code: 'other-page', because: 'silent on cart' }]);
  expect(blockers([inCart], { pages: ['/checkout/*'] })).toEqual([]);
});

test('a visitor whom the rule leaves out', () => {
  expect(blockers([guests], { attributes: { signedIn: false } })).toEqual([{ code: 'other-visitor', because: 'silent for such visitors: segment guests: signedIn is false' }]);
  expect(blockers([guests], { attributes: { signedIn: true } })).toEqual([]);
});

test('everything that holds is told, in the order of the rule', () => {
  const given: Given = { doing: ['typing'], pages: ['cart'], told: { 'copy-struggle': NOW }, attributes: { signedIn: false } };
  expect(blockers([guests, inCart, typing, afterCopying], given).map(({ code }) => code)).toEqual(['other-visitor', 'other-page', 'doing', 'signal']);
  expect(blockers([], given)).toEqual([]);
});
