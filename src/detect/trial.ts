import type { Page, Press, Response } from '../types';
import type { Changes } from './changes';
import { createChanges } from './changes';
import type { Down } from './press';
import { fingerprint, showsByFocus } from './quiet';

/** What is known of one press: the effects it was given, and what can be asked of the page. */
export interface Trial {
  readonly down: Down;
  readonly changes: Changes;
  /** By sign: whether the failure is the script's own, and so counts though the page goes on. */
  readonly failures: Map<string, boolean>;
  readonly settled: ((response: Response) => void)[];
  press: Press | undefined;
  /** When the latest of its events was handled: what follows at once follows from it. */
  input: number;
  firstAt: number | undefined;
  unknown: boolean;
  settledAt: number | undefined;
  late: ((response: Response) => void) | undefined;
  take(effect: Effect, at?: EventTarget): void;
  /** Whether a visitor would expect something of it. */
  expects(): boolean;
  /** Asks, after a paint, for what leaves no trace later. */
  look(): void;
  /** Another press or a key comes: what the page shows from now on is no longer for this one alone. */
  freeze(): void;
  /** Reads layout. */
  response(): Response;
}

/**
 * `gave` something new · was `alive`, no more · `unknown`: what happened was out of sight · `own`: a control's own state changed
 * · `focus` came to an element.
 */
export type Effect = 'gave' | 'alive' | 'unknown' | 'own' | 'focus';

const OPAQUE = 'canvas,video,audio,object,embed';
/** A button this many boxes around which there is a canvas may well paint in it. */
const BESIDE_LEVELS = 2;

export function createTrial(page: Page, down: Down): Trial {
  const { target, roots } = down;
  const { document } = page.window;
  const all = roots.includes(document) ? roots : [...roots, document];
  const changes = createChanges(target);
  let print: number | undefined = fingerprint(all);
  let alive = false;
  let gave = false;
  let focused = false;

  function compare(): void {
    if (print !== undefined && !gave) gave = fingerprint(all) !== print;
  }

  const trial: Trial = {
    down,
    changes,
    failures: new Map(),
    settled: [],
    press: undefined,
    input: page.now(),
    firstAt: undefined,
    unknown: false,
    settledAt: undefined,
    late: undefined,
    take(effect, at) {
      const own = isOwn(target, at);
      focused ||= effect === 'focus' && own;
      trial.unknown ||= effect === 'unknown';
      gave ||= effect === 'gave' || (effect === 'focus' && !own);
      alive ||= effect === 'alive' || (effect === 'own' && own);
      if (gave || alive) trial.firstAt ??= page.now();
    },
    expects: () => !trial.press || /effectful|stateful|blocked/.test(trial.press.control),
    look() {
      alive ||= animatedSince(document, trial.input) || (focused && all.some(showsByFocus));
    },
    freeze() {
      compare();
      print = undefined;
      changes.freeze();
    },
    response() {
      compare();
      const lasting = changes.lasting(page.now());
      const productive = gave || lasting.some(({ alert }) => !alert);
      const isAlive = productive || alive || lasting.length > 0;
      return {
        alive: isAlive,
        productive,
        pending: !!target.closest('[aria-busy=true]'),
        errors: [...trial.failures.values()].filter((own) => own || !productive).length,
        afterMs: trial.firstAt && trial.firstAt - down.at,
        settled: trial.settledAt !== undefined,
        unknown: trial.unknown || (!isAlive && isBesideOpaque(target)),
      };
    },
  };
  return trial;
}

/** The pressed control itself, or what it stands for. */
function isOwn(target: Element, at: EventTarget | undefined): boolean {
  return isNode(at) && (target.contains(at) || at.contains(target) || target.closest('label')?.control === at);
}

/** By its properties, because a frame has classes of its own. */
function isNode(at: EventTarget | undefined): at is Node {
  return !!at && 'contains' in at;
}

/** Animations that a script began (`element.animate`); those of style sheets come with a change that is seen otherwise. */
function animatedSince(document: Document, at: number): boolean {
  return (document.getAnimations?.() ?? []).some((animation) => (
    Number(animation.startTime ?? at) >= at && animation.constructor.name === 'Animation'
  ));
}

/** Nobody can see what a canvas shows without reading the page's pictures, which furrow never does. */
function isBesideOpaque(target: Element): boolean {
  let box = target.parentElement;
  for (let level = 0; box && level < BESIDE_LEVELS; level++, box = box.parentElement) {
    if (/^(body|main)$/.test(box.localName)) return false;
    if (box.querySelector(OPAQUE)) return true;
  }
  return false;
}
