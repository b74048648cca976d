import { expect, test } from 'vitest';
import { createTurns, type Turn } from '../../src/nudge/turns';

/** Things to be shown, by name; the log tells what stood up and how each ended. */
function setup() {
  const end = new AbortController();
  const log: string[] = [];
  const createTurn = createTurns(end.signal, (error) => log.push(String(error)));
  function show(name: string, patient = false, begin = (): void => undefined): Turn {
    const turn: Turn = createTurn(patient, (because) => turn.end(() => log.push(`${name} ${because}`)));
    turn.take(() => {
      log.push(name);
      begin();
    });
    return turn;
  }
  return { end, log, show };
}

test('help takes the place of help, and of an aside', () => {
  const { log, show } = setup();
  show('aside', true);
  show('help');
  show('other');
  expect(log).toEqual(['aside', 'aside gone', 'help', 'help gone', 'other']);
});

test('an aside waits until help has been answered', () => {
  const { log, show } = setup();
  const help = show('help');
  show('aside', true);
  help.end(() => log.push('help closed'));
  expect(log).toEqual(['help', 'help closed', 'aside']);
});

test('of several asides that wait the last one comes, and one that was taken back does not', () => {
  const { log, show } = setup();
  const help = show('help');
  show('first', true);
  const second = show('second', true);
  second.end(() => log.push('second taken back'));
  help.end(() => log.push('help closed'));
  expect(log).toEqual(['help', 'first gone', 'second taken back', 'help closed']);
});

test('an aside goes on waiting where more help follows the answer at once', () => {
  const { log, show } = setup();
  const help = show('help');
  show('aside', true);
  help.end(() => void show('then'));
  expect(log).toEqual(['help', 'then']);
});

test('what ended once does not end again', () => {
  const { log, show } = setup();
  const help = show('help');
  help.end(() => log.push('closed'));
  help.end(() => log.push('closed again'));
  expect(log).toEqual(['help', 'closed']);
});

test('what fails is told to the developer, and makes room', () => {
  const { log, show } = setup();
  const help = show('help', false, () => { throw new Error('no room'); });
  expect(help.life.aborted).toBe(true);
  show('aside', true);
  expect(log).toEqual(['help', 'Error: no room', 'help gone', 'aside']);
});

test('with the visit all ends, and nothing that waited stands up', () => {
  const { end, log, show } = setup();
  show('help');
  show('aside', true);
  end.abort();
  show('late');
  expect(log).toEqual(['help', 'help off', 'aside off', 'late off']);
});
