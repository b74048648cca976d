import type { Rule, Signal, SignalTerm } from '../types';

/** Whether a term means a signal of its name, by where it happened. */
export function counts(where: Rule['where'], { on }: SignalTerm, signal: Signal): boolean {
  const { name, names, place, pages } = signal;
  const elements = on === undefined ? where.element : [on];
  return holds(where.page, pages)
    && isInWorkflow(where, signal)
    // the host may tell of something without saying where; then the page and the step decide
    && (holds(elements, names) || elements.includes(place) || (!names.length && name.startsWith('app:')));
}

/** Whether it went on for as long as the term asks. Durations count to the tenth of a second, as facts tell them. */
export function lasts({ longerThanMs }: SignalTerm, { evidence: { ms, spanMs } }: Signal): boolean {
  return !longerThanMs || Math.round(Number(ms ?? spanMs) * 0.01) * 100 >= longerThanMs;
}

function isInWorkflow({ workflow, step }: Rule['where'], signal: Signal): boolean {
  if (workflow === undefined) return true;
  const steps = stepsOf(signal);
  return step.length ? step.some((id) => steps.includes(`${workflow}/${id}`)) : steps.some((each) => each.startsWith(`${workflow}/`));
}

/** An abandonment belongs to the step that was left, wherever the visitor went. */
function stepsOf({ name, evidence, steps }: Signal): readonly string[] {
  return name === 'workflow-abandon' ? [`${evidence.workflow}/${evidence.step}`] : steps;
}

/** Nothing wanted is everything allowed. */
function holds(wanted: readonly string[], there: readonly string[]): boolean {
  return !wanted.length || wanted.some((each) => there.includes(each));
}
