import type { LoadRules } from '../parts';
import { builtInRules } from './builtIn';
import { parseRules, readRules } from './read';

/** Rules given in the page are read as they are; those at an address are fetched. What cannot be had leaves the built-in rules, and says why. */
export const loadRules: LoadRules = async (source, fetchText) => {
  if (typeof source !== 'string') return readRules(source, 'rules');
  try {
    return parseRules(await fetchText(source), source);
  } catch (cause) {
    return { rules: builtInRules, problems: [{ file: source, path: '', message: cause instanceof Error ? cause.message : String(cause) }] };
  }
};
