import type { NudgeText, Rule, Text } from '../../src/types';
import { duration } from '../words';

/** One nudge of a rule: its own, a variant's, or what comes then. */
export interface Sight {
  /** Equal for the same nudge while the file is edited: `0`, `1`, or a variant's id after a colon. */
  readonly key: string;
  readonly name: string;
  readonly text: NudgeText;
  readonly locales: readonly string[];
}

/** Every nudge that a rule may show, in the order in which visitors would meet them. `fallback` is the language of texts that name none. */
export function sightsOf({ nudge, experiment, then }: Rule, fallback: string): readonly Sight[] {
  const found: readonly (readonly [key: string, name: string, text: NudgeText | undefined])[] = [
    ['0', 'The rule’s own', nudge],
    ...(experiment?.variants ?? []).map(({ id, nudge: own }) => [`0:${id}`, `Variant “${id}”`, own] as const),
    ...then.map(({ afterMs, nudge: next }, index) => [String(index + 1), `Then, ${duration(afterMs)} later`, next] as const),
  ];
  return found.flatMap(([key, name, text]) => (text ? { key, name, text, locales: localesOf(text, fallback) } : []));
}

function localesOf({ title, body, ctas, steps }: NudgeText, fallback: string): readonly string[] {
  const texts: readonly (Text | undefined)[] = [title, body, ...ctas.map(({ label }) => label), ...steps.flatMap((step) => [step.title, step.body])];
  const named = texts.flatMap((text) => (typeof text === 'object' ? Object.keys(text) : []));
  return named.length ? [...new Set(named)] : [fallback];
}
