// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { thrashedCursor } from '../../src/detect/thrashedCursor';
import { element, watchWith } from './fakeWatch';

afterEach(() => { vi.restoreAllMocks(); });

interface Gesture { readonly ms?: number; readonly hz?: number; readonly px?: number; readonly round?: boolean; readonly change?: object }

function setup() {
  const scene = watchWith(thrashedCursor());
  scene.page.advance(5000);
  const target = element();
  /** Swings to and fro (or round) so many times a second, told at 60 Hz. */
  function shake({ ms = 2000, hz = 4, px = 140, round = false, change = {} }: Gesture = {}): void {
    for (let at = 0; at < ms; at += 16) {
      const angle = (at / 1000) * hz * 2 * Math.PI;
      scene.move({ x: 500 + Math.sin(angle) * px, y: 300 + (round ? Math.cos(angle) * px : 0), target, ...change });
      scene.page.advance(16);
    }
  }
  return { ...scene, shake, target };
}

test('a mouse shaken for two seconds is told while it is shaken, and grows surer', () => {
  const { shake, told, target } = setup();
  shake();
  expect(told).toMatchObject([{ name: 'thrashed-cursor', target, evidence: { pending: false, dead: false } }]);
  expect(told[0]?.amended).toBeGreaterThan(0);
  expect(told[0]?.strength).toBeGreaterThan(0.8);
  expect(told[0]?.evidence?.['n']).toBeGreaterThanOrEqual(10);
});

test('round and round is shaking too', () => {
  const { shake, told } = setup();
  shake({ round: true, hz: 3 });
  expect(told).toHaveLength(1);
});

test.each<[string, Gesture]>([
  ['a tremor', { px: 18, hz: 6 }],
  ['looking for the pointer, for less than a second', { ms: 800 }],
  ['following long lines', { px: 300, hz: 0.7, ms: 5000 }],
  ['circling something slowly', { round: true, hz: 1, ms: 4000 }],
  ['drawing, dragging or selecting', { change: { pressed: true } }],
  ['drawing on a canvas with a pen', { change: { target: element({ closest: (of: string) => of.includes('canvas') }) } }],
])('%s is no shaking', (_what, gesture) => {
  const { shake, told } = setup();
  shake(gesture);
  expect(told).toEqual([]);
});

test('what moves while the page scrolls was not shaken', () => {
  const { shake, told, page } = setup();
  for (let times = 0; times < 15; times++) {
    page.fire('wheel');
    shake({ ms: 150 });
  }
  expect(told).toEqual([]);
});

test('leaps, as of a remote desktop, are no way of a hand', () => {
  const { move, page, told, target } = setup();
  for (let times = 0; times < 60; times++) {
    move({ x: times % 2 ? 900 : 100, y: 300, target });
    page.advance(50);
  }
  expect(told).toEqual([]);
});

test('zigzag on the way to somewhere is no shaking', () => {
  const { move, page, told, target } = setup();
  for (let at = 0; at < 2000; at += 16) {
    move({ x: 500 + Math.sin((at / 1000) * 8 * Math.PI) * 60, y: at, target });
    page.advance(16);
  }
  expect(told).toEqual([]);
});

test('waiting for an answer makes it surer; in a menu, or right after coming back, it is less sure', () => {
  const strengthWhen = (before: (scene: ReturnType<typeof setup>) => void, change = {}): number => {
    const scene = setup();
    before(scene);
    scene.shake({ ms: 1200, hz: 3.3, px: 100, change });
    return scene.told[0]?.strength ?? 0;
  };
  const plain = strengthWhen(() => {});
  expect(strengthWhen(({ press }) => press())).toBeCloseTo(plain + 0.1);
  expect(strengthWhen(({ press }) => press({}, { alive: true, productive: true, settled: true }))).toBeCloseTo(plain);
  expect(strengthWhen(({ page }) => page.fire('visibilitychange'))).toBeCloseTo(plain - 0.3);
  expect(strengthWhen(() => {}, { target: element({ closest: (of: string) => /menu/.test(of) || null }) })).toBeCloseTo(plain - 0.2);
});

test('coming out of a frame of the page is no coming back', () => {
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const strengthAfter = (isElsewhere: boolean): number => {
    const { page, shake, told } = setup();
    for (const type of ['blur', 'focus'] as const) {
      page.fire(type, { target: page.window } as unknown as FocusEvent);
      hasFocus.mockReturnValue(!isElsewhere);
      page.advance(100);
    }
    hasFocus.mockReturnValue(true);
    shake({ ms: 1200, hz: 3.3, px: 100 });
    return told[0]?.strength ?? 0;
  };
  expect(strengthAfter(true)).toBeCloseTo(strengthAfter(false) - 0.3);
});

test('says whether it is waited for an answer, or none came', () => {
  const { press, settle, shake, told, page } = setup();
  const made = press();
  shake({ ms: 1200 });
  expect(told).toMatchObject([{ evidence: { pending: true, dead: false } }]);
  page.advance(1000);
  settle(made);
  shake({ ms: 1200 });
  expect(told[1]).toMatchObject({ evidence: { pending: false, dead: true } });
});

test('after a calm it is another time; a place may be ignored', () => {
  const { shake, told, page, ignored, target } = setup();
  shake();
  page.advance(800);
  shake();
  expect(told).toHaveLength(2);
  ignored.add(target);
  page.advance(800);
  shake();
  expect(told).toHaveLength(2);
});
