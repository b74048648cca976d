import type { Options } from './types';

/** The words an option takes; none means that any text will do, or a richer value where it is given in code. */
const WORDS: Readonly<Record<keyof Options, readonly string[]>> = {
  rules: [], collect: [], locale: [], contact: [], chat: [], cmp: [], cmpCategory: [], honours: [], retention: [], receipt: [], onError: [], detectors: [],
  inspect: ['allow'],
  transparency: ['basic', 'intermediate', 'advanced', 'full'],
  ask: ['now', 'manual'],
  storage: ['local', 'session', 'memory'],
  automated: ['allow'],
  untrusted: ['true', 'false', ''],
};

/** What is wrong with the options, each as a sentence that says what would be right. */
export function problemsOf(options: Options): readonly string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const words = (WORDS as Readonly<Record<string, readonly string[]>>)[name];
    if (!words) return `there is no option “${name}”; furrow knows ${Object.keys(WORDS).join(', ')}`;
    if (words[0] && value !== undefined && !words.includes(String(value))) return `${name} “${value}” means nothing; it can be ${words.filter(Boolean).join(', ')}`;
    return [];
  });
}
