import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Allowed, allowedOf } from '../../src/preferences/allowed';
import { save } from '../../src/preferences/save';
import { type Wishes, wishesOf } from '../../src/preferences/wishes';
import type { Answer, ConsentDetail, Preferences, Purpose, Receipt } from '../../src/types';

const ALL: Allowed = { purposes: ['notice', 'help', 'improve'], families: ['pointer', 'forms', 'paths', 'page'] };
const NOTHING: Allowed = { purposes: [], families: [] };
const WISHES = wishesOf(undefined);
const shown = { locale: 'en', textHash: 'sha256-x' };

const receiptOf = (decision: Answer, purposes: readonly Purpose[] = [], families?: Receipt['families']): Receipt => ({
  v: 1, id: 'r', decision, purposes, at: '2026-11-21T10:00:00Z', expires: '2027-05-20T10:00:00Z', fingerprint: '', surface: 'prompt', sdk: '0', ...(families && { families }),
});

/** A gate that answers as the real one does, and what it was told. */
function setup(first?: Receipt) {
  let receipt = first;
  const told: unknown[] = [];
  return {
    told,
    receipt: () => receipt,
    save: (allowed: Allowed, wishes: Wishes = WISHES) => save({
      receipt: () => receipt,
      grant: (purposes, detail) => {
        receipt = receiptOf('granted', purposes, detail?.families);
        told.push({ grant: purposes, ...detail });
      },
      refuse: (detail?: ConsentDetail) => {
        receipt = receiptOf('refused');
        told.push({ refuse: true, ...detail });
      },
      withdraw: () => {
        receipt = receiptOf('withdrawn');
        return Promise.resolve(void told.push('withdraw'));
      },
      prefer: (preferences: Preferences) => void told.push({ prefer: preferences }),
    }, { all: ALL, allowed, before: WISHES, wishes, shown }),
  };
}

test('a yes says what was allowed, where, and to which words', async () => {
  const { save, told } = setup();
  await save(ALL);
  expect(told).toEqual([{ grant: ALL.purposes, surface: 'preferences', ...shown }]);
});

test('a family that is left out is left out of the receipt', async () => {
  const { save, told } = setup(receiptOf('granted', ALL.purposes));
  await save({ ...ALL, families: ['forms'] });
  expect(told).toEqual([{ grant: ALL.purposes, families: ['forms'], surface: 'preferences', ...shown }]);
});

test('nothing switched on is a no, once; after a yes it takes the yes back', async () => {
  const first = setup();
  await first.save(NOTHING);
  await first.save(NOTHING);
  expect(first.told).toEqual([{ refuse: true, surface: 'preferences', ...shown }]);
  const closed = setup(receiptOf('dismissed'));
  await closed.save(NOTHING);
  expect(closed.receipt()?.decision).toBe('refused');
  const allowed = setup(receiptOf('granted', ['notice', 'help']));
  await allowed.save(NOTHING);
  expect(allowed.told).toEqual(['withdraw']);
});

test('wishes are told after the yes that lets them be kept, and not with a no', async () => {
  const first = setup();
  await first.save(ALL, { ...WISHES, level: 'important' });
  expect(first.told).toEqual([expect.objectContaining({ grant: ALL.purposes }), { prefer: { level: 'important' } }]);
  const no = setup(receiptOf('granted', ALL.purposes));
  await no.save(NOTHING, { ...WISHES, level: 'important' });
  expect(no.told).toEqual(['withdraw']);
});

test('a wish alone makes no new receipt', async () => {
  const { save, told } = setup(receiptOf('granted', ALL.purposes));
  await save(ALL, { ...WISHES, keepDays: 30 });
  expect(told).toEqual([{ prefer: { keepDays: 30 } }]);
});

test('whatever is saved is what the receipt says afterwards, and saving it again says nothing more', async () => {
  const someAllowed = fc.record({ purposes: fc.subarray([...ALL.purposes]), families: fc.subarray([...ALL.families]) }).map((one) => allowedOf(one, ALL));
  await fc.assert(fc.asyncProperty(fc.option(someAllowed), someAllowed, async (before, after) => {
    const { save, told, receipt } = setup(before ? receiptOf('granted', before.purposes, before.families) : undefined);
    await save(after);
    expect(allowedOf(receipt(), ALL)).toEqual(after);
    const times = told.length;
    await save(after);
    expect(told).toHaveLength(times);
    expect(times).toBeLessThanOrEqual(1);
  }));
});
