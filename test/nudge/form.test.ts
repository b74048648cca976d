import { expect, test } from 'vitest';
import { cardForm, isOfPage, lesser } from '../../src/nudge/form';
import type { Channel, Template } from '../../src/types';

const wide = { matchMedia: () => ({ matches: false }) } as unknown as Window;
const small = { matchMedia: () => ({ matches: true }) } as unknown as Window;

test('help is never shown as more than it may be, nor as more than it was meant', () => {
  const order: readonly Channel[] = ['chip', 'inline', 'steps', 'tooltip', 'banner', 'chat-invite'];
  for (const [at, template] of order.slice(1).entries()) {
    for (const [most, channel] of order.entries()) expect(lesser(template as Template, channel)).toBe(order[Math.min(at + 1, most)]);
  }
});

test('a card stands at its place where it has one, else in the corner; a banner along the edge', () => {
  expect(cardForm('tooltip', true, wide)).toBe('tooltip');
  expect(cardForm('steps', false, wide)).toBe('corner');
  expect(cardForm('chat-invite', false, wide)).toBe('corner');
  expect(cardForm('banner', false, wide)).toBe('banner');
  expect((['banner', 'chat-invite', 'tooltip', 'inline', 'chip'] as const).map(isOfPage)).toEqual([true, true, false, false, false]);
});

test('a phone gets a sheet, whatever the card', () => {
  for (const shape of ['tooltip', 'banner', 'chat-invite', 'steps'] as const) expect(cardForm(shape, true, small)).toBe('sheet');
});
