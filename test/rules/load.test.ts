import { expect, test } from 'vitest';
import { loadRules } from '../../src/rules/load';

const file = JSON.stringify({ rules: [{ id: 'help', where: { page: '/*' }, nudge: { template: 'tooltip', title: 'Stuck?' } }] });

test('rules at an address are fetched and read', async () => {
  const { rules, problems } = await loadRules('/furrow.json', () => Promise.resolve(file));
  expect(problems).toEqual([]);
  expect([rules.file, rules.rules.map(({ id }) => id)]).toEqual(['/furrow.json', ['help']]);
});

test('rules given in the page are read as they are, and nothing is fetched', async () => {
  const { rules } = await loadRules(JSON.parse(file) as Record<string, unknown>, () => Promise.reject(new Error('fetched')));
  expect(rules.rules).toHaveLength(1);
});

test('rules that cannot be had leave the built-in ones, and say why', async () => {
  const { rules, problems } = await loadRules('/furrow.json', () => Promise.reject(new Error('could not be loaded: it answered 404')));
  expect(rules.file).toBe('built-in');
  expect(problems).toEqual([{ file: '/furrow.json', path: '', message: 'could not be loaded: it answered 404' }]);
});
