import type { Hands } from './visitor';
import type { Command } from './webkit';

const DOWN_MS = 50;

/** WebDriver has a private letter for each key that writes nothing. */
const KEYS: Readonly<Record<string, string>> = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', ArrowDown: '\uE015' };

/** WebKitGTK's, by its driver. What is done at once is sent at once, so that the rhythm is the browser's own. */
export async function createWebKitHands(command: Command): Promise<Hands> {
  const tab = await command<string>('GET', '/window');

  async function here<T>(method: 'GET' | 'POST', path: string, body: object): Promise<T> {
    if (await command<string>('GET', '/window') !== tab) await command('POST', '/window', { handle: tab });
    return command<T>(method, path, body);
  }

  function repeat(times: number, gapMs: number, [down, up]: readonly [object, object]): readonly object[] {
    return Array.from({ length: times }, () => [down, { type: 'pause', duration: DOWN_MS }, up, { type: 'pause', duration: Math.max(0, gapMs - DOWN_MS) }]).flat();
  }

  const mouse = (actions: readonly object[]): Promise<void> => here('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  const keyboard = (actions: readonly object[]): Promise<void> => here('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });

  return {
    goTo: (url) => here('POST', '/url', { url }),
    ask: (expression) => here('POST', '/execute/async', { script: `const done = arguments[0]; Promise.resolve(${expression}).then(done)`, args: [] }),
    point: (x, y) => mouse([{ type: 'pointerMove', duration: 0, x, y, origin: 'viewport' }]),
    press: (times, gapMs) => mouse(repeat(times, gapMs, [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }])),
    key: (name, times, gapMs) => keyboard(repeat(times, gapMs, [{ type: 'keyDown', value: KEYS[name] ?? name }, { type: 'keyUp', value: KEYS[name] ?? name }])),
    async another() {
      const { handle } = await here<{ handle: string }>('POST', '/window/new', { type: 'window' });
      await command('POST', '/window', { handle });
      return createWebKitHands(command);
    },
  };
}
