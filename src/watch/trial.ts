import type { Page, Press, Response } from '../types';
import type { Ambient } from './ambient';
import { isNear } from './ambient';
import type { Change, Changes } from './changes';
import { ALERT, createChanges, elementOf } from './changes';
import { looksWrong } from './looksWrong';
import type { Down } from './press';
import type { createFingerprint } from './quiet';
import { showsByFocus } from './quiet';

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
  /** Its verdict was put off, because the answer may have come by itself. */
  isConfirming: boolean;
  /** The verdict stands. */
  isSettled: boolean;
  /** What came after several presses is the answer to the first, and shows the others that the page lives. */
  readonly shared: Set<Changes>;
  readonly late: ((response: Response) => void)[];
  take(effect: Effect, at?: Element): void;
  /** Whether a visitor would expect something of it. */
  expects(): boolean;
  /** Whether the browser would let the page open a window at the press. */
  wasActive: boolean;
  /** Asks, after a paint, for what leaves no trace later. */
  look(): void;
  /** Another press or a key comes: what the page shows from now on is no longer for this one alone. */
  freeze(): void;
  /** All that speaks for an answer are changes elsewhere that may have come by themselves. */
  isDoubtful(): boolean;
  /** Reads layout. */
  response(): Response;
}

/**
 * `gave` something new · was `alive`, no more · `unknown`: what happened was out of sight · `own`: a control's own state changed
 * · `focus` came to an element · `copied`: the clipboard changed.
 */
export type Effect = 'gave' | 'alive' | 'unknown' | 'own' | 'focus' | 'copied';

/** What comes this soon after an event came because of it. */
export const AT_ONCE_MS = 120;

/** The clipboard is shared with every other program, so that only what comes in the same breath is the press's doing. */
const COPIED_MS = 50;
/** The clock of animations stands at the beginning of a frame: two at 60 Hz. */
const FRAMES_MS = 34;
/** A press lets the page open a window for this long (5 s in browsers, less what it takes to ask). */
const ACTIVE_MS = 4000;

/** What shows nobody what it shows; films and sounds tell what they do by events. */
const OPAQUE = 'canvas,object,embed';
/** A button this many boxes around which there is a canvas may well paint in it. */
const BESIDE_LEVELS = 2;

export function createTrial(page: Page, down: Down, ambient: Ambient, fingerprint: ReturnType<typeof createFingerprint>): Trial {
  const { target, roots } = down;
  const { document } = page.window;
  const all = roots.includes(document) ? roots : [...roots, document];
  const changes = createChanges(target);
  let before: number | undefined = fingerprint(all);
  // a key or a screen reader is heard at the click, and browsers tick a box before that
  const wasChecked = isChecked(target) !== (!/mouse|touch|pen/.test(down.kind) && boxOf(target).matches('[type=checkbox]'));
  let alive = false;
  let gave = false;
  let focused = false;
  let answeredAt: number | undefined;

  /** Now; a switch that snaps back is as it was. */
  function isChanged(): boolean {
    return before !== undefined && (isChecked(target) !== wasChecked || fingerprint(all) !== before);
  }

  function seen(those: Changes): readonly Change[] {
    return those.lasting(page.now()).filter((change) => (
      !ambient.isHabit(change.node, target, change.at - trial.input) && !(mayBeHabit(change) && ambient.isRepeated(change.node, trial.input))
    ));
  }

  /** Elsewhere in the page, and either some time after the press or where things change by themselves. */
  function mayBeHabit({ node, at }: Change): boolean {
    return !isNear(node, target) && (!isAtOnce(at) || ambient.isSuspect(node));
  }

  /** A window was opened, or the visitor is in another one: a page may open one for each press, and then has spent it. */
  function isElsewhere(): boolean {
    return document.hidden || !document.hasFocus() || (trial.wasActive && page.now() - trial.input < ACTIVE_MS && !isActive(target));
  }

  function isAtOnce(at: number): boolean {
    return at - trial.input < AT_ONCE_MS;
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
    wasActive: false,
    isConfirming: false,
    isSettled: false,
    shared: new Set(),
    late: [],
    take(effect, at) {
      const own = !!at && isOwn(target, at);
      focused ||= effect === 'focus' && own;
      trial.unknown ||= effect === 'unknown';
      gave ||= effect === 'gave' || (effect === 'focus' && !own) || (effect === 'copied' && trial.wasActive && page.now() - trial.input < COPIED_MS);
      alive ||= effect === 'alive' || (effect === 'own' && own);
      if (!gave && !alive) return;
      answeredAt ??= page.now();
      trial.firstAt ??= answeredAt;
    },
    expects: () => !trial.press || /effectful|stateful|blocked/.test(trial.press.control),
    look() {
      gave ||= animatedSince(document, trial.input) || (focused && all.some(showsByFocus));
    },
    freeze() {
      gave ||= isChanged();
      before = undefined;
      changes.freeze();
    },
    isDoubtful: () => !gave && !alive && !isChanged() && seen(changes).every(mayBeHabit),
    response() {
      const lasting = seen(changes);
      const times = [...lasting.map(({ at }) => at), ...(answeredAt === undefined ? [] : [answeredAt])];
      const productive = gave || isChanged() || lasting.some(({ alert, node }) => !(alert && saysWrong(node)));
      const isAlive = productive || alive || lasting.length > 0 || [...trial.shared].some((those) => seen(those).length);
      return {
        alive: isAlive,
        productive,
        pending: !!target.closest('[aria-busy=true]'),
        errors: [...trial.failures.values()].filter((own) => own || !productive).length,
        afterMs: times.length ? Math.min(...times) - down.at : undefined,
        settled: trial.isSettled,
        unknown: trial.unknown || (!isAlive && (isElsewhere() || isBesideOpaque(target))),
      };
    },
  };
  return trial;
}

function isChecked(target: Element): boolean {
  const box = boxOf(target);
  return 'checked' in box && !!box.checked;
}

/** The pressed box, or the one that the pressed label stands for. */
function boxOf(target: Element): Element {
  return target.closest('label')?.control ?? target;
}

/** An alert may as well say “Saved”. */
function saysWrong(node: Node): boolean {
  const region = elementOf(node)?.closest(ALERT);
  return !!region && looksWrong(region);
}

/** The pressed control itself, or what it stands for. */
function isOwn(target: Element, at: Element): boolean {
  return target.contains(at) || at.contains(target) || target.closest('label')?.control === at;
}

/** Whether a press has lately allowed the page to open a window, and it has not. */
export function isActive(target: Element): boolean {
  return !!target.ownerDocument.defaultView?.navigator.userActivation?.isActive;
}

/** Animations that a script began (`element.animate`); those of style sheets come with a change that is seen otherwise. */
function animatedSince(document: Document, at: number): boolean {
  return (document.getAnimations?.() ?? []).some((animation) => (
    Number(animation.startTime ?? at) > at - FRAMES_MS && animation.constructor.name === 'Animation'
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
