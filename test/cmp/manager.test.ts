// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { signal } from '../../src/cmp';
import { following } from './following';

/** A source whose visitor answers what the test says. */
function setup(answer?: boolean) {
  const listeners: (() => void)[] = [];
  const source = { read: () => answer, onChange: (listener: () => void) => void listeners.push(listener) };
  return {
    source,
    listeners,
    answer(next: boolean | undefined) {
      answer = next;
      for (const listener of listeners) listener();
    },
  };
}

test('nothing is said while the visitor has not answered', () => {
  const { source, answer } = setup();
  const { heard } = following(signal(source));
  answer(undefined);
  expect(heard).toEqual([]);
});

test('a yes, a no and a yes again are each said once', () => {
  const { source, answer } = setup(true);
  const { heard, surfaces } = following(signal(source, 'account'));
  for (const each of [true, false, false, true]) answer(each);
  expect(heard).toEqual(['yes', 'no', 'yes']);
  expect([...surfaces]).toEqual(['cmp:account']);
});

test('an answer stands where the manager knows none any more', () => {
  const { source, answer } = setup(true);
  const { heard } = following(signal(source));
  answer(undefined);
  answer(true);
  expect(heard).toEqual(['yes']);
});

test.each(['refused', 'withdrawn'] as const)('what the visitor has %s in furrow itself, a yes to the manager does not bring back', (decision) => {
  const { source, answer } = setup(true);
  const { heard } = following(signal(source), { decision, surface: 'preferences' });
  answer(true);
  expect(heard).toEqual([]);
});

test('a no to furrow itself gives way when the visitor changes from no to yes in this page', () => {
  const { source, answer } = setup(false);
  const { heard } = following(signal(source), { decision: 'refused', surface: 'prompt' });
  expect(heard).toEqual([]);
  answer(true);
  expect(heard).toEqual(['yes']);
});

test('a yes of an earlier page that furrow had been refused is heard once it was taken back and given anew', () => {
  const { source, answer } = setup(true);
  const { heard } = following(signal(source), { decision: 'refused', surface: 'nudge' });
  answer(false);
  answer(true);
  expect(heard).toEqual(['no', 'yes']);
});

test('what the visitor allowed in part in furrow itself stays in part when the manager’s yes is read anew', () => {
  const { source } = setup(true);
  const { heard, surfaces } = following(signal(source), { decision: 'partly', surface: 'preferences', purposes: ['notice'], families: ['forms'] });
  expect(heard).toEqual(['yes to notice to forms']);
  expect([...surfaces]).toEqual(['preferences']);
});

test('a no to the manager ends also what was allowed in furrow itself', () => {
  const { source } = setup(false);
  expect(following(signal(source), { decision: 'granted', surface: 'prompt', purposes: ['notice', 'help'] }).heard).toEqual(['no']);
});

test('a no that came from a manager is the manager’s to change', () => {
  const { source } = setup(true);
  expect(following(signal(source), { decision: 'refused', surface: 'cmp:signal' }).heard).toEqual(['yes']);
});

test('a question of furrow’s that was only closed does not stand against the manager’s answer', () => {
  const { source } = setup(true);
  expect(following(signal(source), { decision: 'dismissed', surface: 'prompt' }).heard).toEqual(['yes']);
});

test('a manager that fails is told to the host, not to the page, and is asked again', async () => {
  let isBroken = true;
  const { listeners } = setup();
  const source = {
    read() {
      if (isBroken) throw new Error('half-built');
      return true;
    },
    onChange: (listener: () => void) => void listeners.push(listener),
  };
  const { heard, failures } = following(signal(source));
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(failures).toEqual([new Error('half-built')]);
  isBroken = false;
  for (const listener of listeners) listener();
  expect(heard).toEqual(['yes']);
});
