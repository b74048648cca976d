import type { Limits } from '../../src/types';
import { readNotes } from '../../src/rules/forms';
import { jsonFault } from '../../src/rules/jsonFault';
import { limitsReader } from '../../src/rules/limits';
import { accepted, list, oneOf, record, type Read } from '../../src/rules/shape';
import type { HostPolicy } from './subject';

/** No limit at all: a host that says nothing allows everything. */
const LOOSEST: Limits = { perPage: Infinity, perSession: Infinity, perDay: Infinity, perWeek: Infinity, ever: Infinity, gapMs: 0, afterDismissMs: 0, stopAfterDismissals: Infinity, afterHelpedMs: 0 };

const readFlag: Read<boolean> = (value, path, say) => {
  if (typeof value !== 'boolean') say(path, value, 'true or false');
  return value === true;
};

const readPurposes = list(oneOf('help', ['notice', 'help', 'share-with-support', 'improve']), 4);

const readPolicy: Read<HostPolicy> = record((field) => {
  field('note', readNotes, []);
  return { limits: field('limits', limitsReader(LOOSEST), LOOSEST), chat: field('chat', readFlag, undefined), purposes: field('purposes', readPurposes, undefined) };
});

/** Reads what a host allows: `{ "limits": { … }, "chat": true, "purposes": ["notice", "help"] }`. Throws what is wrong with it. */
export function parseHostPolicy(text: string, file: string): HostPolicy {
  const faults: string[] = [];
  const [policy] = accepted(readPolicy, parsed(text, file), '', (path, _, right) => faults.push(`${path.slice(1) || 'the file'} is not ${right}`));
  if (!policy) throw new Error(`${file}: ${faults.join('; ')}`);
  return policy;
}

function parsed(text: string, file: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new Error(`${file} is not JSON; ${jsonFault(text)}`);
  }
}
