// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createChanges } from '../../src/watch/changes';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

/** What a press changed that writes `after` where `before` stood: in one record for all rows, or in one for each. */
function rerender(before: readonly string[], after: readonly string[], together: boolean) {
  document.body.innerHTML = '<button>Sort</button><ul></ul>';
  const [button, list] = [document.querySelector('button')!, document.querySelector('ul')!];
  const rows = (texts: readonly string[]) => texts.map((text) => Object.assign(document.createElement('li'), { textContent: text }));
  const record = (addedNodes: readonly Node[], removedNodes: readonly Node[]) => ({ type: 'childList', target: list, addedNodes, removedNodes, attributeName: null, oldValue: null }) as unknown as MutationRecord;
  const [came, went] = [rows(after), rows(before)];
  list.replaceChildren(...came);
  const compared = vi.spyOn(Node.prototype, 'isEqualNode');
  const changes = createChanges(button);
  const records = together ? [record(came, went)] : [...went.map((row) => record([], [row])), ...came.map((row) => record([row], []))];
  for (const each of records) changes.add(each, 0);
  return { lasting: changes.lasting(0).length, compared: compared.mock.calls.length };
}

const named = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `Row ${from + i}`);

test.each([true, false])('a list of forty that is written anew as it was is no answer (in one record: %s)', (together) => {
  expect(rerender(named(40), named(40), together).lasting).toBe(0);
});

test.each([true, false])('a list with one row that is new is an answer (in one record: %s)', (together) => {
  expect(rerender(named(40), [...named(39), 'New'], together).lasting).toBeGreaterThan(0);
});

test.each([true, false])('a visitor who sorts a list of thousands does not wait for each row to be compared with each (in one record: %s)', (together) => {
  const { lasting, compared } = rerender(named(2000), named(2000, 2000), together);
  expect(lasting).toBeGreaterThan(0);
  expect(compared).toBeLessThan(12_000);
});
