import type { Rule, Signal, SignalTerm } from '../types';

/** Whether a term of a rule means this signal: by its name, and by where it happened. */
export function counts({ where }: Rule, term: SignalTerm, signal: Signal): boolean {
  const elements = term.on === undefined ? where.element : [term.on];
  return signal.name === term.signal
    && holds(where.page, signal.pages)
    && isInWorkflow(where, stepsOf(signal))
    // the host may tell of something without saying where; then the page and the step decide
    && (holds(elements, [...signal.names, signal.place]) || (signal.name.startsWith('app:') && !signal.names.length));
}

function isInWorkflow({ workflow, step }: Rule['where'], steps: readonly string[]): boolean {
  if (workflow === undefined) return true;
  return step.length ? holds(step.map((id) => `${workflow}/${id}`), steps) : steps.some((each) => each.startsWith(`${workflow}/`));
}

/** An abandonment belongs to the step that was left, wherever the visitor went. */
function stepsOf({ name, evidence, steps }: Signal): readonly string[] {
  return name === 'workflow-abandon' ? [`${evidence.workflow}/${evidence.step}`] : steps;
}

/** Nothing wanted is everything allowed. */
function holds(wanted: readonly string[], there: readonly string[]): boolean {
  return !wanted.length || wanted.some((each) => there.includes(each));
}
