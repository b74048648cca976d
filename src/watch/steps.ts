import type { AppSignal, Page, Records, Step, Workflow } from '../types';
import { isReload } from './isReload';

/** How far the visitor came in a workflow; outlives the page, not the visit. */
interface Progress {
  readonly index: number;
  /** Unix times in ms. */
  readonly begunAt: number;
  readonly seenAt: number;
}

/** Coming back within this time goes on with the same visit (the usual session of web analytics). */
const VISIT_MS = 30 * 60_000;

/** A page that was asked for comes within this time, or not at all. */
const GOING_ON_MS = 10_000;

/** Steps must go on over page loads, so that progress is kept in these records, as numbers under the workflow's id. */
const KEY = 'workflows';

export interface StepsOptions {
  readonly workflows: readonly Workflow[];
  readonly records: Pick<Records, 'read' | 'write'>;
  isAt(page: string): boolean;
  tell(step: Step): void;
}

/**
 * Follows the visitor through the workflows of the rules. A reload is no leaving, nor is going to another page of the
 * host: that page knows better whether it belongs. Returns the way to say that an `app:` event happened.
 */
export function followSteps(page: Page, { workflows, records, isAt, tell }: StepsOptions): (event: AppSignal) => void {
  /** When another page of the host was asked for, or this one again. */
  let goingOnAt = -Infinity;

  const progress = new Map(workflows.flatMap(({ id, steps }): [string, Progress][] => {
    const found = records.read(KEY);
    const kept: unknown = found instanceof Object ? Object.getOwnPropertyDescriptor(found, id)?.value : undefined;
    return isProgress(kept) && Date.now() - kept.seenAt < VISIT_MS && steps[kept.index] ? [[id, kept]] : [];
  }));

  function keep(): void {
    records.write(KEY, Object.fromEntries(progress));
  }

  function say({ id, steps }: Workflow, state: Step['state']): void {
    const { index = 0, begunAt = 0 } = progress.get(id) ?? {};
    if (progress.has(id)) tell({ workflow: id, step: steps[index]?.id ?? '', index, state, ms: Date.now() - begunAt });
  }

  function forget(workflow: Workflow, state: Step['state']): void {
    say(workflow, state);
    progress.delete(workflow.id);
  }

  function look(): void {
    const now = Date.now();
    for (const workflow of workflows) {
      const { id, steps, done } = workflow;
      const at = steps.findLastIndex((step) => isAt(step.page));
      const begun = progress.get(id);
      if (done && isAt(done)) forget(workflow, 'done');
      else if (at >= 0) progress.set(id, { index: Math.max(at, begun?.index ?? 0), begunAt: begun?.begunAt ?? now, seenAt: now });
      say(workflow, at >= 0 ? 'in' : 'out');
    }
    keep();
  }

  if (workflows.length) {
    page.on('navigate', ({ currentTarget, destination, downloadRequest }) => {
      // where a frame goes, the visitor does not go
      if (currentTarget !== page.window.navigation || destination.sameDocument || downloadRequest !== null) return;
      goingOnAt = destination.url.startsWith(`${page.window.location.origin}/`) ? page.now() : -Infinity;
    });
    page.on('keydown', (event) => { if (isReload(event)) goingOnAt = page.now(); });
    page.onRoute(look);
    page.on('pageshow', ({ persisted }) => { if (persisted) look(); });
    page.onLeave(() => {
      // without the Navigation API nobody can tell a link to the next step from leaving: that page tells, or nobody does
      if (page.window.navigation && page.now() - goingOnAt > GOING_ON_MS) for (const workflow of workflows) forget(workflow, 'left');
      keep();
    });
    page.soon(look);
  }

  return (event) => {
    for (const workflow of workflows) if (workflow.done === event) forget(workflow, 'done');
    keep();
  };
}

function isProgress(value: unknown): value is Progress {
  return value instanceof Object && ['index', 'begunAt', 'seenAt'].every((key) => Number.isFinite(Object.getOwnPropertyDescriptor(value, key)?.value));
}
