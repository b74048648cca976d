import type { Rules, SignalName } from '../types';

type Words = readonly string[];

/** The words that may leave a page, by what they name. The rules file holds them all: the visitor wrote none of them. */
export interface Vocabulary {
  readonly rules: Words;
  readonly signals: Words;
  /** Page patterns. */
  readonly routes: Words;
  /** Page patterns and page names. */
  readonly pages: Words;
  /** Element names, and other names that rules ask for. */
  readonly names: Words;
  /** Names of elements of which only numbers and flags are told. */
  readonly privates: Words;
  /** `workflow/step`. */
  readonly steps: Words;
  /** Ids of workflows, and of their steps. */
  readonly workflows: Words;
  readonly segments: Words;
  readonly arms: Words;
}

/** The vocabulary of a rules file; `signals` are those that furrow and the host's detectors tell. */
export function vocabularyOf({ pages, elements, workflows, segments, rules }: Rules, signals: readonly SignalName[]): Vocabulary {
  const terms = rules.flatMap((rule) => rule.signals);
  const listened = rules.flatMap(({ resolved, unless }) => [...resolved, ...unless].flatMap((each) => (each.kind === 'signal' ? each.signal : [])));
  const paths = pages.flatMap(({ path }) => path);
  return {
    rules: rules.map(({ id }) => id),
    signals: [...signals, ...terms.map(({ signal }) => signal), ...listened, ...workflows.flatMap(({ done = '' }) => (done.startsWith('app:') ? done : []))],
    routes: paths,
    pages: [...paths, ...pages.map(({ name }) => name)],
    names: [...elements.map(({ name }) => name), ...rules.flatMap(({ where }) => where.element), ...terms.flatMap(({ on = [] }) => on)],
    privates: elements.flatMap((element) => (element.private ? element.name : [])),
    steps: workflows.flatMap(({ id, steps }) => steps.map((step) => `${id}/${step.id}`)),
    workflows: workflows.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]),
    segments: Object.keys(segments),
    arms: ['control', 'holdout', ...rules.flatMap(({ experiment }) => experiment?.variants.map(({ id }) => id) ?? [])],
  };
}
