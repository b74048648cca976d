import { CREEPY } from '../creepyWords';
import type { Check } from '../subject';
import { knownTextsOf } from '../texts';

/** Words that make visitors feel watched or judged. */
export const creepy: Check = ({ written }) => knownTextsOf(written).flatMap(({ path, value }) => {
  for (const { found, why, better } of CREEPY) {
    const [said] = found.exec(value) ?? [];
    if (said) return [{ code: 'creepy' as const, path, message: `“${said.replace(/^[.?!\s]+/, '').trim()}” ${why}`, instead: better }];
  }
  return [];
});
