import type { Rule } from '../../../src/types';
import { dig } from '../../dig';
import type { Check, WrittenRule } from '../subject';

/** Two live rules that would help at one element, neither before the other: the order in the file decides, and nobody meant it to. */
export const sameElement: Check = ({ taken }) => taken.flatMap((one, index) => {
  const other = taken.slice(0, index).find((each) => collide(each, one));
  const [element] = other ? shared(other.rule, one.rule) : [];
  return other && element ? [{
    code: 'same-element' as const, path: `${one.path}.id`, message: `helps at "${element}", and so does "${other.rule.id}", with the same priority; who speaks?`,
    instead: 'give one of them "priority": "high", or make one rule of both',
  }] : [];
});

function collide(a: WrittenRule, b: WrittenRule): boolean {
  return isLive(a.rule) && isLive(b.rule) && priorityOf(a) === priorityOf(b) && shared(a.rule, b.rule).length > 0 && !neverTogether(a.rule, b.rule);
}

function isLive({ status, nudge }: Rule): boolean {
  return status === 'live' && nudge !== undefined;
}

function priorityOf({ written }: WrittenRule): unknown {
  return dig(written, 'priority') ?? 'normal';
}

function shared(a: Rule, b: Rule): readonly string[] {
  return a.where.element.filter((element) => b.where.element.includes(element));
}

/** Whether their pages, steps, devices, visitors or dates tell them apart. */
function neverTogether(a: Rule, b: Rule): boolean {
  return apart(a.where.page, b.where.page) || apart(a.where.step, b.where.step)
    || (a.where.workflow !== undefined && b.where.workflow !== undefined && a.where.workflow !== b.where.workflow)
    || (a.where.device !== b.where.device && a.where.device !== 'any' && b.where.device !== 'any')
    || (a.until ?? '9') < (b.from ?? '') || (b.until ?? '9') < (a.from ?? '')
    || (a.who !== undefined && b.who !== undefined && JSON.stringify(a.who) !== JSON.stringify(b.who));
}

function apart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((each) => b.includes(each));
}
