import type { Rule, SignalTerm } from '../../src/types';

/** Signals about the page or the visit as a whole, which have no element; their detectors know none. */
export const WITHOUT_PLACE: readonly string[] = ['exit-intent', 'page-loop', 'quick-back', 'refresh-loop', 'tab-away', 'task-overrun', 'workflow-abandon', 'zoom-struggle'];

/** Signals that do not tell how long they lasted, so that `longerThan` never holds. */
export const WITHOUT_TIME: readonly string[] = ['dead-swipe', 'blocked-action', 'error-click', 'dead-click', 'validation-storm', 'help-seek', 'exit-intent', 'net-failure', 'broken-resource', 'offline-action'];

/** Signals of a mouse. */
export const NEEDS_POINTER: readonly string[] = ['thrashed-cursor', 'exit-intent'];

/** Signals of fingers. */
export const NEEDS_TOUCH: readonly string[] = ['dead-swipe'];

/** Why a term can never hear its signal; undefined where it can. */
export function deafness({ where }: Rule, { signal, on, longerThanMs }: SignalTerm): string | undefined {
  if (WITHOUT_PLACE.includes(signal) && (on !== undefined || where.element.length)) return `${signal} is about the page as a whole and never comes at an element`;
  if (where.device === 'touch' && NEEDS_POINTER.includes(signal)) return `${signal} needs a mouse, and the rule is for touch alone`;
  if (where.device === 'pointer' && NEEDS_TOUCH.includes(signal)) return `${signal} needs a finger, and the rule is for pointers alone`;
  if (longerThanMs && WITHOUT_TIME.includes(signal)) return `${signal} does not tell how long it lasted, so that longerThan never holds`;
  return undefined;
}

/** Whether a term can ever count something. */
export function isHeardAt(rule: Rule, term: SignalTerm): boolean {
  return deafness(rule, term) === undefined;
}
