import type { Check } from '../subject';

const OF_WORKFLOWS: readonly string[] = ['workflow-abandon', 'task-overrun'];

/** Signals that nobody tells, because the file lacks what they are about. */
export const neverTold: Check = ({ rules, taken }) => taken.flatMap(({ rule, path, written }) => {
  if (!rules || rules.workflows.length || typeof written !== 'object' || !written || !('signals' in written)) return [];
  return rule.signals.flatMap(({ signal }, index) => (OF_WORKFLOWS.includes(signal)
    ? [{ code: 'never-told' as const, path: `${path}.signals[${index}].signal`, message: `${signal} is told of workflows, and the file has none`, instead: 'name the steps in places.workflows' }] : []));
});
