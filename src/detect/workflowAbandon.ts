import type { Amend, Detector, Off, Step } from '../types';

/** Away from the workflow, in the same page, for this long, the visitor is not merely looking something up. */
const OUT_MS = 30_000;
/** Away from the page for this long, the visitor is doing something else. */
const HIDDEN_MS = 3 * 60_000;
/** Having begun is half; how far one came is up to three tenths more. */
const BASE = 0.5;
const PER_PROGRESS = 0.3;

interface Following {
  readonly step: Step;
  readonly waiting: Off | undefined;
  readonly amend: Amend | undefined;
}

/**
 * Sees that a workflow of the rules was begun and left: closed, gone from for 30 s, or hidden for 3 min.
 * Forgives reloads, looking something up in other pages, and being done. Coming back takes it back.
 */
export function workflowAbandon(): Detector {
  return {
    name: 'workflow-abandon',
    family: 'forms',
    start(watch, emit) {
      const followed = new Map<string, Following>();

      function tell(step: Step): Amend {
        const { workflow, index, ms, step: name } = step;
        const of = watch.workflows.find(({ id }) => id === workflow)?.steps.length ?? 1;
        return emit({ name: 'workflow-abandon', at: watch.now(), strength: BASE + (PER_PROGRESS * (index + 1)) / of, evidence: { workflow, step: name, index, ms } });
      }

      /** Tells it when the time is over, unless something else comes first. */
      function wait(step: Step, ms: number): void {
        const { amend, waiting } = followed.get(step.workflow) ?? {};
        waiting?.();
        const off = watch.after(ms, () => followed.set(step.workflow, { step, waiting: undefined, amend: amend ?? tell(step) }));
        followed.set(step.workflow, { step, waiting: off, amend });
      }

      function back(step: Step): void {
        const { amend, waiting } = followed.get(step.workflow) ?? {};
        waiting?.();
        amend?.({ strength: 0 });
        followed.set(step.workflow, { step, waiting: undefined, amend: undefined });
      }

      watch.onStep((step) => {
        const { amend, step: before } = followed.get(step.workflow) ?? {};
        // page after page outside is one time outside
        if (step.state === 'out') return before?.state === 'out' ? undefined : wait(step, OUT_MS);
        if (step.state !== 'left') return back(step);
        if (!amend) followed.set(step.workflow, { step, waiting: undefined, amend: tell(step) });
      });

      watch.on('visibilitychange', () => {
        for (const { step } of [...followed.values()].filter((each) => each.step.state === 'in')) {
          if (watch.window.document.hidden) wait(step, HIDDEN_MS);
          else back(step);
        }
      });
    },
  };
}
