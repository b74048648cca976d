import type { Amend, Detector, Off } from '../types';
import { innermost } from '../watch/innermost';
import { AT_ONCE_MS } from '../watch/trial';

/** So many letters a second are more than one finger can mean … */
const LETTERS = 8;
const LETTERS_MS = 1000;
/** … and words go to and fro over the keyboard: eight letters of one seldom come from so few of its eight parts. */
const MOST_PARTS = 3;
/** Trying Enter or Escape again and again. */
const TRIES = 5;
const TRIES_MS = 1500;
/** Closer together the same key bounces, or a switch does. */
const BOUNCE_MS = 40;
/** Keys remembered: what ten fingers can do in 1500 ms. */
const MOST_KEYS = 32;

const STRENGTH = 0.5;
const PER_KEY = 0.05;
const MOST_STRENGTH = 0.85;

const TAKES_KEYS = `input,textarea,select,[contenteditable]:not([contenteditable=false]),${
  ['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'menu', 'tree', 'grid'].map((role) => `[role=${role}]`).join()}`;
const PLAYED = 'canvas,video,audio,iframe,object,embed,[role=application],[data-furrow-opaque]';
const ROWS = [/Digit/, /[QWERTYUIOP]$/, /[ASDFGHJKL]$/];

/** What shows that a key did something. */
const EFFECTS = ['input', 'click', 'submit', 'invalid', 'focusin', 'scroll', 'toggle', 'close', 'play', 'pause', 'seeking', 'volumechange', 'ratechange', 'fullscreenchange'] as const;

const CHANGES = { subtree: true, childList: true, characterData: true, attributes: true };

interface Key {
  readonly at: number;
  /** The part of the keyboard, or one of the four keys that do something; never which letter. */
  readonly part: string;
  readonly isLetter: boolean;
}

/**
 * Sees keys hammered where nothing takes them, and Enter, Escape, Space or Backspace tried again and again without effect.
 * Forgives text fields and editors, keys that the page takes for itself or answers, games and players, held keys, shortcuts, bouncing
 * keys, and input methods that compose.
 */
export function keyMash(): Detector {
  return {
    name: 'key-mash',
    family: 'pointer',
    start(watch, emit) {
      let keys: readonly Key[] = [];
      let told: { readonly at: number; readonly amend: Amend } | undefined;

      let off: Off | undefined;
      const { document, MutationObserver } = watch.window;
      const observer = new MutationObserver(() => { if (watch.now() - (keys.at(-1)?.at ?? 0) < AT_ONCE_MS) keys = []; });

      for (const type of EFFECTS) watch.on(type, () => { keys = []; });
      watch.end.addEventListener('abort', () => observer.disconnect());

      /** What a page shows in answer to a key of its own (the next thing found, the next in a list) it tells nobody. */
      function look(): void {
        off?.();
        observer.observe(document, CHANGES);
        off = watch.after(TRIES_MS, () => observer.disconnect());
      }

      watch.on('keydown', (event) => {
        const target = innermost(event);
        const key = target && keyOf(event, target, watch.now());
        const last = keys.at(-1);
        if (!key || (last?.part === key.part && !key.isLetter && key.at - last.at < BOUNCE_MS)) return;
        keys = [...keys, key].slice(-MOST_KEYS);
        look();
        if (mashed(keys, key).length) watch.soon(() => { if (!event.defaultPrevented) judge(target, key); });
      });

      function judge(target: Element, key: Key): void {
        const those = mashed(keys, key);
        const [first] = those;
        if (!first || isPlayed(target) || watch.ignored(target, 'key-mash')) return;
        const n = those.length;
        const strength = Math.min(MOST_STRENGTH, STRENGTH + PER_KEY * (n - (key.isLetter ? LETTERS : TRIES)));
        const evidence = { n, spanMs: key.at - first.at, input: 'key' };
        const before = told && key.at - told.at < TRIES_MS ? told.amend : undefined;
        before?.({ strength, evidence });
        told = { at: key.at, amend: before ?? emit({ name: 'key-mash', at: first.at, strength, target, evidence }) };
      }
    },
  };
}

function keyOf(event: KeyboardEvent, target: Element, at: number): Key | undefined {
  const { key = '', code, repeat, isComposing, ctrlKey, metaKey, altKey } = event;
  if (repeat || isComposing || ctrlKey || metaKey || altKey) return undefined;
  const tries = /^(Enter|Escape)$/.test(key);
  if (!tries && target.closest(TAKES_KEYS)) return undefined;
  if (tries || /^( |Backspace)$/.test(key)) return { at, part: key, isLetter: false };
  return key.length === 1 ? { at, part: partOf(code), isLetter: true } : undefined;
}

/** One of eight parts of the keyboard: four rows, left and right; by place, whatever is printed there. */
function partOf(code: string): string {
  return `${ROWS.findIndex((row) => row.test(code))} ${/[1-5QWERTASDFGZXCVB]$/.test(code)}`;
}

/** The keys that were hammered up to this one, if they were. */
function mashed(keys: readonly Key[], { at, part, isLetter }: Key): readonly Key[] {
  const those = keys.filter((key) => key.isLetter === isLetter && at - key.at < (isLetter ? LETTERS_MS : TRIES_MS) && (isLetter || key.part === part));
  if (those.length < (isLetter ? LETTERS : TRIES)) return [];
  return isLetter && new Set(those.map((key) => key.part)).size > MOST_PARTS ? [] : those;
}

/** A game may listen at the document, with its canvas anywhere. */
function isPlayed(target: Element): boolean {
  return !!target.closest(PLAYED) || (target.localName === 'body' && !!target.querySelector('canvas'));
}
