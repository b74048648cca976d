import { expect, test } from 'vitest';
import { cornerAt, cornerToward, type Corner } from '../../src/inspect/dock';

test('a panel that is let go settles in the nearest corner', () => {
  expect([cornerAt(0.2, 0.1), cornerAt(0.7, 0.4), cornerAt(0.3, 0.9), cornerAt(0.5, 0.5)]).toEqual(['top-left', 'top-right', 'bottom-left', 'bottom-right']);
});

test('arrows move the panel their way, and no further than the corner', () => {
  expect(cornerToward('bottom-right', 'ArrowUp')).toBe('top-right');
  expect(cornerToward('bottom-right', 'ArrowLeft')).toBe('bottom-left');
  expect(cornerToward('bottom-right', 'ArrowDown')).toBe('bottom-right');
  expect(cornerToward('top-left', 'ArrowRight')).toBe('top-right');
});

test('four presses of the handle go round the window', () => {
  const way: Corner[] = ['bottom-right'];
  for (let presses = 0; presses < 4; presses++) way.push(cornerToward(way.at(-1) ?? 'top-left'));
  expect(way).toEqual(['bottom-right', 'bottom-left', 'top-left', 'top-right', 'bottom-right']);
});
