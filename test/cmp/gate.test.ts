// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createFurrow } from '../../src/furrow';
import { signal } from '../../src/cmp';
import { partsOf } from '../support/partsOf';

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a yes to the manager starts furrow, a no to furrow itself outlives the next page’s yes', async () => {
  localStorage.clear();
  const open = async () => {
    const errors: string[] = [];
    const { furrow } = createFurrow(window, { automated: 'allow', onError: ({ during }) => errors.push(during) }, partsOf({}));
    furrow.use(signal({ read: () => true, onChange: () => undefined }, 'shop'));
    await settled();
    return { furrow, errors };
  };
  const { furrow: first } = await open();
  expect(first.receipt()).toMatchObject({ decision: 'granted', surface: 'cmp:shop' });
  await first.withdraw();
  const { furrow: second, errors } = await open();
  expect(second.receipt()).toMatchObject({ decision: 'withdrawn', surface: 'api' });
  expect(errors).toEqual([]);
});

test('a manager that breaks is told to the host', async () => {
  localStorage.clear();
  const errors: unknown[] = [];
  const { furrow } = createFurrow(window, { automated: 'allow', onError: ({ during, message }) => errors.push([during, message]) }, partsOf({}));
  furrow.use(signal({ read: () => { throw new Error('half-built'); }, onChange: () => undefined }, 'shop'));
  await settled();
  expect(errors).toEqual([['shop', expect.stringContaining('half-built')]]);
  expect(furrow.receipt()).toBeUndefined();
});
