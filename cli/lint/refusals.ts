import type { Problem } from '../../src/types';
import type { Code } from './codes';
import type { Finding } from './finding';

/** What the page itself says of the file, as findings. */
export function refusals(problems: readonly Problem[]): readonly Finding[] {
  return problems.map(({ path, message }) => {
    const [what = '', instead] = message.split('; did you mean ');
    return { code: codeOf(message), path, message: what, ...(instead && { instead: `write ${instead.replace(/\?$/, '')}` }) };
  });
}

/** The reader tells in words, which is all that a page needs. */
function codeOf(message: string): Code {
  if (/^is missing;/.test(message)) return 'missing-key';
  return / is not one of the keys\b/.test(message) ? 'unknown-key' : 'wrong-value';
}
