import type { Amend, Detector, SignalName, Step } from '../types';

const NAME: SignalName = 'task-overrun';
/** Three times what is usual, and a minute more: a short step is not overrun by a phone number that had to be looked up. */
const TIMES = 3;
const AT_LEAST_MORE_MS = 60_000;
/** Who has used no pointer works with the keyboard or with assistive technology, and needs longer. */
const KEYBOARD_FACTOR = 2;

/** At the limit; a tenth more for each time the usual, so that ten minutes of two are .8. */
const STRENGTH = 0.6;
const PER_TIME = 0.1;
const MOST_STRENGTH = 0.9;

interface Task {
  readonly step: Step;
  /** Its own active time is that of the page less this. */
  readonly fromMs: number;
  /** Out of the workflow since then, on the same clock. */
  readonly outMs: number | undefined;
  readonly amend: Amend | undefined;
  readonly told: number;
}

/**
 * Sees a visitor be at one step of a workflow for much longer than it takes: than the rules say, or than it usually took them.
 * Forgives time away and at rest, going on over page loads, and whoever uses the keyboard alone.
 */
export function taskOverrun(): Detector {
  return {
    name: NAME,
    family: 'forms',
    start(watch, emit) {
      const tasks = new Map<string, Task>();
      let pointed = false;

      function spent({ fromMs, outMs = watch.activeMs() }: Task): number {
        return outMs - fromMs;
      }

      function expected(at: Step): number | undefined {
        const said = watch.workflows.find(({ id }) => id === at.workflow)?.steps.find(({ id }) => id === at.step)?.typicalMs;
        return said ?? watch.baseline(keyOf(at)).usual()?.median;
      }

      function enter(step: Step): void {
        const { workflow } = step;
        const now = watch.activeMs();
        const task = tasks.get(workflow);
        if (task?.step.step === step.step) return void tasks.set(workflow, { ...task, fromMs: now - spent(task), outMs: undefined });
        if (task) finish(task);
        const kept = Number(watch.tab.read(keyOf(step))) || 0;
        // what was told before a page load is not told again
        tasks.set(workflow, { step, fromMs: now - kept, outMs: undefined, amend: undefined, told: Math.floor(kept / (expected(step) ?? Infinity)) });
      }

      function finish(task: Task): void {
        watch.baseline(keyOf(task.step)).add(spent(task));
        watch.tab.write(keyOf(task.step), 0);
        tasks.delete(task.step.workflow);
      }

      function look(): void {
        for (const task of tasks.values()) {
          const usual = expected(task.step);
          const ms = spent(task);
          if (!usual) continue;
          const limitMs = Math.max(TIMES * usual, usual + AT_LEAST_MORE_MS) * (pointed ? 1 : KEYBOARD_FACTOR);
          const times = Math.floor(ms / usual);
          if (ms >= limitMs && times > task.told) tell(task, times, limitMs);
        }
      }

      function tell(task: Task, times: number, limitMs: number): void {
        const { workflow, step, index } = task.step;
        const strength = Math.min(MOST_STRENGTH, Math.max(STRENGTH, STRENGTH + PER_TIME * (times - TIMES)));
        const evidence = { workflow, step, index, ms: spent(task), limitMs };
        task.amend?.({ strength, evidence });
        const amend = task.amend ?? emit({ name: NAME, at: watch.now(), strength, evidence });
        tasks.set(workflow, { ...task, amend, told: times });
      }

      watch.onStep((step) => {
        const task = tasks.get(step.workflow);
        if (step.state === 'in') enter(step);
        if (step.state === 'out' && task) tasks.set(step.workflow, { ...task, outMs: task.outMs ?? watch.activeMs() });
        if (step.state === 'done' && task) finish(task);
      });
      watch.onPress(({ kind }) => {
        pointed ||= /mouse|touch|pen/.test(kind);
        look();
      });
      watch.on('keydown', look);
      watch.onLeave(() => {
        for (const task of tasks.values()) watch.tab.write(keyOf(task.step), Math.round(spent(task)));
      });
    },
  };
}

function keyOf({ workflow, step }: Step): string {
  return `task ${workflow}/${step}`;
}
