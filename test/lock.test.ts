import { expect, test } from 'vitest';
import { createLock } from '../src/browser/lock';
import type { Off, Page } from '../src/types';
import { createFakeLocks } from './decide/fakeBrowser';
import { createFakePage } from './support/fakePage';

const locks = (): LockManager => createFakeLocks().of(new AbortController().signal);

/** A page of a browser with these locks. */
function pageWith(manager: LockManager | undefined) {
  const page = createFakePage({ window: { navigator: manager ? { locks: manager } : {} } as unknown as Page['window'] });
  return { page, lock: createLock(page) };
}

/** What came of asking, as far as it is known, and the way to give the lock back. */
async function asked(lock: () => Promise<Off | undefined>) {
  const known = { came: undefined as boolean | undefined, giveBack: (): void => undefined };
  void lock().then((giveBack) => Object.assign(known, { came: !!giveBack, giveBack }));
  await soon();
  return known;
}

async function soon(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

test('one tab at a time, the next when it is given back', async () => {
  const manager = locks();
  const first = await asked(pageWith(manager).lock);
  const second = await asked(pageWith(manager).lock);
  expect([first.came, second.came]).toEqual([true, undefined]);
  first.giveBack();
  await soon();
  expect(second.came).toBe(true);
});

test('a lock that does not come within three seconds is given up, and nobody waits for it later', async () => {
  const manager = locks();
  const first = await asked(pageWith(manager).lock);
  const { page, lock } = pageWith(manager);
  const second = await asked(lock);
  page.advance(2999);
  await soon();
  expect(second.came).toBeUndefined();
  page.advance(1);
  await soon();
  expect(second.came).toBe(false);
  first.giveBack();
  expect((await asked(pageWith(manager).lock)).came).toBe(true);
});

test('a lock that came is kept for as long as it is needed', async () => {
  const manager = locks();
  const { page, lock } = pageWith(manager);
  await asked(lock);
  page.advance(60_000);
  expect([(await asked(pageWith(manager).lock)).came, page.timers()]).toEqual([undefined, 0]);
});

test.each([
  ['no locks', undefined],
  ['no locks for this page', { request: () => Promise.reject(new DOMException('', 'SecurityError')) } as unknown as LockManager],
])('a browser with %s makes nobody wait', async (_, manager) => {
  const { page, lock } = pageWith(manager);
  const { came, giveBack } = await asked(lock);
  giveBack();
  expect([came, page.timers()]).toEqual([true, 0]);
});

test('with the visit ends what it held, and what it waited for is not heard of again', async () => {
  const manager = locks();
  const holder = pageWith(manager);
  const waiter = pageWith(manager);
  await asked(holder.lock);
  const waiting = await asked(waiter.lock);
  waiter.page.finish();
  holder.page.finish();
  await soon();
  expect([waiting.came, waiter.page.timers()]).toEqual([undefined, 0]);
  expect((await asked(pageWith(manager).lock)).came).toBe(true);
});

test('a visit that has ended takes no lock', async () => {
  const manager = locks();
  const { page, lock } = pageWith(manager);
  page.finish();
  expect((await asked(lock)).came).toBeUndefined();
  expect((await asked(pageWith(manager).lock)).came).toBe(true);
});
