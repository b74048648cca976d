import { FINE, createProgram } from '../../cli/program';
import { explainCommand } from '../../cli/explain';
import { lintCommand } from '../../cli/lint';
import { previewCommand } from '../../cli/preview';
import { replayCommand } from '../../cli/replay';
import { lintText } from '../../cli/lint/lintText';
import type { Located } from '../../cli/lint/finding';

export const TODAY = '2026-11-20';

/** What somebody sees who calls furrow with these arguments. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function furrow(args: readonly string[], given: { readonly stdin?: string; readonly isTerminal?: boolean } = {}): Promise<Seen> {
  const out: string[] = [];
  const err: string[] = [];
  const colour = { out: given.isTerminal ?? false, err: given.isTerminal ?? false };
  const code = await createProgram('0.0.0-test', [lintCommand, explainCommand, replayCommand, previewCommand], {
    out: (line) => out.push(line), err: (line) => err.push(line), stdin: () => Promise.resolve(given.stdin ?? ''), input: () => new Blob([given.stdin ?? '']).stream(), colour, today: () => TODAY,
  })(args);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

export { FINE };

/** What lint says of a file, without hints: the code and the path of each. */
export function said(file: object, host?: Parameters<typeof lintText>[1]['host']): readonly string[] {
  return lint(file, host).filter(({ severity }) => severity !== 'hint').map(({ code, path }) => `${code} ${path}`.trim());
}

export function lint(file: object, host?: Parameters<typeof lintText>[1]['host']): readonly Located[] {
  return lintText({ name: 'test.json', text: JSON.stringify(file, undefined, 2) }, { host, today: TODAY });
}

/** A rule in which nothing is wrong, with more. */
export function rule(more: object = {}): object {
  return { id: 'help', owner: 'web@example.com', nudge: { template: 'tooltip', title: 'Stuck here?' }, ...more };
}
