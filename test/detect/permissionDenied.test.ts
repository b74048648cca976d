// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { permissionDenied } from '../../src/detect/permissionDenied';
import { watchWith } from './fakeWatch';

type Status = EventTarget & { state: string };

let statuses: Map<string, Status>;

beforeEach(() => {
  statuses = new Map();
  const query = ({ name }: { name: string }) => {
    if (name === 'camera') return Promise.reject(new TypeError('no such name'));
    const status = Object.assign(new EventTarget(), { state: 'prompt' });
    statuses.set(name, status);
    return Promise.resolve(status);
  };
  Object.defineProperty(navigator, 'permissions', { value: { query }, configurable: true });
});
afterEach(() => { Reflect.deleteProperty(navigator, 'permissions'); });

function setup() {
  const made = watchWith(permissionDenied());
  const target = document.createElement('button');
  const answer = (state: string, name = 'geolocation') => {
    const status = statuses.get(name)!;
    status.state = state;
    status.dispatchEvent(new Event('change'));
  };
  const press = async () => {
    made.press({ target });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ...made, target, answer, press };
}

test('no to what a press asked for', async () => {
  const { press, answer, told, target, page } = setup();
  await press();
  page.advance(5000);
  answer('denied');
  expect(told).toMatchObject([{ name: 'permission-denied', at: 0, strength: 0.5, target, evidence: { input: 'mouse', ms: 5000 } }]);
});

test('nothing is asked of the browser before something is pressed, and nothing twice', async () => {
  const { press } = setup();
  expect(statuses.size).toBe(0);
  await press();
  const [first] = statuses.values();
  await press();
  expect([...statuses.keys()]).toEqual(['geolocation', 'notifications', 'microphone']);
  expect([...statuses.values()][0]).toBe(first);
});

test('a yes, and a no that comes long after', async () => {
  const { press, answer, told, page } = setup();
  await press();
  answer('granted');
  page.advance(30_001);
  answer('denied');
  expect(told).toEqual([]);
});

test('one press, one no', async () => {
  const { press, answer, told } = setup();
  await press();
  answer('denied');
  answer('denied', 'microphone');
  expect(told).toHaveLength(1);
});

test('after the visit nobody listens', async () => {
  const { press, answer, told, page } = setup();
  await press();
  page.finish();
  answer('denied');
  expect(told).toEqual([]);
});

test('a control that asks to be forgiven, and a browser that has no permissions', async () => {
  const { press, answer, told, ignored, target } = setup();
  ignored.add(target);
  await press();
  answer('denied');
  expect(told).toEqual([]);
  Reflect.deleteProperty(navigator, 'permissions');
  const bare = setup();
  await bare.press();
  expect(bare.page.errors).toEqual([]);
});
