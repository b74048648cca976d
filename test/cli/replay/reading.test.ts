import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../cli/replay/linesOf';
import { createVisits } from '../../../cli/replay/visits';
import type { Told } from '../../../cli/replay/told';
import { asBytes } from './given';

async function read(text: string, pieceBytes?: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const some of linesOf(asBytes(text, pieceBytes))) lines.push(...some);
  return lines;
}

test('lines come whole, wherever a piece of the file ends', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }).map((line) => line.replaceAll('\n', '').replaceAll('\uFEFF', ''))), fc.integer({ min: 1, max: 20 }), async (lines, pieceBytes) => {
    expect(await read(lines.map((line) => `${line}\n`).join(''), pieceBytes)).toEqual(lines);
  }));
  expect(await read('a\nb')).toEqual(['a', 'b']);
});

test('a line that never ends is cut, and the next one is read', async () => {
  const lines = await read(`first\n${'x'.repeat(9_000_000)}\nlast\n`, 65_536);
  expect(lines.map(({ length }) => length)).toEqual([5, 40, 4]);
});

function nudge(id: string, at: number): Told {
  return { kind: 'nudge', id, at, rule: 'help' };
}

test('when there are too many facts, the visit that was quiet for longest is finished, and whether it may go on is counted', () => {
  const visits = createVisits(3);
  const add = (visit: string, at: number) => visits.add({ visit, facts: [nudge(`${visit}${at}`, at)], purposes: undefined }).map(({ key, facts }) => `${key} ${facts.length}`);
  expect([add('a', 0), add('b', 1000), add('a', 2000)]).toEqual([[], [], []]);
  expect(add('c', 3000)).toEqual(['b 1']);
  expect(visits.cut()).toBe(1);
  expect(add('c', 1_802_000)).toEqual(['a 2']);
  expect(visits.cut()).toBe(1);
  expect(visits.rest().map(({ key }) => key)).toEqual(['c']);
});
