import type { Options, Problem, Rules } from '../types';
import { builtInRules } from './builtIn';
import { parseRules, readRules } from './rules';

/** The rules a visit runs with, and what was wrong with them. Whatever happens there are rules: the built-in ones watch and never speak. */
export async function loadRules(source: Options['rules'], fetchText: (url: string) => Promise<string>): Promise<{ readonly rules: Rules; readonly problems: readonly Problem[] }> {
  if (source === undefined) return { rules: builtInRules, problems: [] };
  if (typeof source !== 'string') return readRules(source, 'rules');
  try {
    return parseRules(await fetchText(source), source);
  } catch (cause) {
    return { rules: builtInRules, problems: [{ file: source, path: '', message: cause instanceof Error ? cause.message : String(cause) }] };
  }
}
