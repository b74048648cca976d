import type { Resolved, Workflow } from '../types';
import { readAppSignal, readSignal } from './forms';
import { choice, list, oneOf, type Read } from './shape';

/** What tells that the visitor got through. A step is one of the rule's own workflow, or written with its workflow before it. */
export function resolvedReader(readElement: Read<string>, workflows: readonly Workflow[], own: string | undefined): Read<readonly Resolved[]> {
  const all = workflows.flatMap(({ id, steps }) => steps.map((step) => `${id}/${step.id}`));
  const steps = all.filter((step) => step.startsWith(`${own}/`)).map((step) => step.slice(step.indexOf('/') + 1));
  const readStep: Read<string> = (...given) => {
    const step = oneOf('', [...steps, ...all], 'one of the steps')(...given);
    return steps.includes(step) ? `${own}/${step}` : step;
  };
  return list(choice<Resolved>({ kind: 'valid', element: '' }, {
    event: (field) => ({ kind: 'signal', signal: field('event', readAppSignal) }),
    signal: (field) => ({ kind: 'signal', signal: field('signal', readSignal) }),
    step: (field) => ({ kind: 'step', step: field('step', readStep) }),
    valid: (field) => ({ kind: 'valid', element: field('valid', readElement) }),
  }), 10);
}
