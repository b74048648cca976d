import { expect, test } from 'vitest';
import { keptUntil } from '../src/browser/keptUntil';
import { createLedger } from '../src/decide/ledger';
import { createVisit } from '../src/report/visit';
import { createFakeRecords } from './decide/given';
import { givenRule } from './score/given';

test('a visitor who withdraws in the middle of a decision leaves nothing behind', () => {
  const end = new AbortController();
  const kept = createFakeRecords();
  const records = keptUntil(end.signal, kept);
  const { key } = createVisit(records, () => 0);
  const ledger = createLedger(records, { visit: key, page: 'p1', wall: () => 0, lock: () => Promise.resolve(undefined), after: () => () => undefined });
  ledger.withheld(givenRule(), 'withheld');
  expect(kept.keys()).toEqual(['visit', 'ledger']);

  end.abort();
  for (const each of kept.keys()) kept.remove(each);
  ledger.withheld(givenRule(), 'withheld');
  expect(kept.keys()).toEqual([]);
});
