import type { Besides, CreateShowing, ShowAside, ShowHelp } from '../parts';
import type { GiveAnswer } from './actions';
import { createFace } from './face';
import { stand } from './stand';
import { createSteps } from './Steps';
import { createTurns, type CreateTurn } from './turns';

/**
 * Shows help and what is said besides, one thing at a time, each with exactly one answer. Help takes the place of whatever stands there.
 * An aside waits until help has had its answer, and gives way to help and to a later aside. What gives way, fails, or finds no place on
 * the page answers `gone`; help has then never been `shown`.
 */
export const createShowing: CreateShowing = (window, end, onError) => {
  const createTurn = createTurns(end, onError);
  return { help: helpIn(window, createTurn), aside: asideIn(window, createTurn) };
};

function helpIn(window: Window & typeof globalThis, createTurn: CreateTurn): ShowHelp {
  return (help, on) => {
    const { text: { template, side }, channel, words } = help;
    let whyOpened = false;
    let prepare: (() => void) | undefined;
    const answer: GiveAnswer = (said, besides) => turn.end(() => on.answer({ answer: said, whyOpened, ...besides }));
    const turn = createTurn(false, answer);
    turn.take(() => {
      const steps = createSteps(help, { onMove: (said) => stood.move(said), onDone: () => answer('action'), attempt: turn.attempt });
      const stood = stand({
        window, turn, words, channel, template, side,
        roams: !!steps,
        find: steps?.anchor ?? (() => help.anchor()),
        makeFace(context) {
          const face = createFace({ ...context, help, base: window.document.baseURI, answer, life: turn.life, onWhy: () => (whyOpened = true) });
          prepare = face.prepare;
          return { ...face, draw: () => face.draw(steps?.draw()) };
        },
        onShown() {
          on.shown();
          prepare?.();
        },
        onEnd: answer,
      });
    });
    return answer;
  };
}

function asideIn(window: Window & typeof globalThis, createTurn: CreateTurn): ShowAside {
  return (aside, on) => {
    let answered = false;

    function tell(said: Parameters<typeof on.answer>[0]): void {
      if (!answered) on.answer(said);
      answered = true;
    }

    const close = (because: 'closed' | 'gone'): void => turn.end(() => tell(because));
    const turn = createTurn(true, () => close('gone'));

    function begin(besides: Besides): void {
      stand({
        window, turn, words: aside.words, channel: 'tooltip', template: 'tooltip', side: 'auto', roams: false,
        find: () => aside.anchor(),
        makeFace(context) {
          const { title, draw } = besides.aside(aside, { ...context, tell, close: () => close('closed') });
          return { title, label: title, draw: () => ({ title, children: draw() }) };
        },
        onShown: () => undefined,
        onEnd: close,
      });
    }

    void aside.besides().then((besides) => {
      if (!besides) close('gone');
      else if (!turn.life.aborted) turn.take(() => begin(besides));
    });
    return () => close('gone');
  };
}
