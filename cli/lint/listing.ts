import type { createColors } from 'picocolors';
import { and, plural } from '../words';
import type { Severity } from './codes';
import type { Located } from './finding';

type Colours = ReturnType<typeof createColors>;

/** As much of a line as fits beside its number in a terminal of 100 columns. */
const MOST_SHOWN = 88;

/** One finding as people read it: where, what, the line itself with a mark under it, and what would be right. */
export function listed(finding: Located, text: string, colours: Colours): string {
  const { file, line, column, severity, code, message, instead } = finding;
  const head = `${colours.bold(`${file}:${line}:${column}`)} ${paint(severity, colours)} ${colours.dim(code)}`;
  const said = [finding.path, message].filter(Boolean).join(': ');
  // a hint is no more than a line: there may be many, and none is urgent
  if (severity === 'hint') return `${head} ${said}${instead ? ` ${colours.cyan('→')} ${instead}` : ''}`;
  return [head, `  ${said}`, ...quoted(finding, text, colours), ...(instead ? [`  ${colours.cyan('→')} ${instead}`] : []), ''].join('\n');
}

/** `2 files: 3 errors, 1 warning, and 1 hint` */
export function summary(found: readonly Located[], files: number, colours: Colours): string {
  const counts = (['error', 'warning', 'hint'] as const).map((severity) => [severity, found.filter((each) => each.severity === severity).length] as const).filter(([, count]) => count);
  if (!counts.length) return colours.green(`${plural(files, 'file')}: nothing to mend`);
  return `${plural(files, 'file')}: ${and(counts.map(([severity, count]) => plural(count, severity)))}`;
}

function paint(severity: Severity, { red, yellow, blue }: Colours): string {
  return { error: red, warning: yellow, hint: blue }[severity](severity);
}

function quoted({ line, column, length, severity }: Located, text: string, colours: Colours): readonly string[] {
  const whole = (text.split(/\r?\n/, line)[line - 1] ?? '').replaceAll('\t', ' ');
  // a file that is one long line shows what is around the place
  const from = column > MOST_SHOWN ? column - MOST_SHOWN / 2 : 0;
  const shown = `${from ? '…' : ''}${whole.slice(from ? from + 1 : 0, from + MOST_SHOWN).trimEnd()}${whole.length > from + MOST_SHOWN ? '…' : ''}`;
  if (!shown.trim()) return [];
  const indent = Math.min(shown.length - shown.trimStart().length, column - 1 - from);
  const number = String(line);
  const mark = '^'.repeat(Math.max(1, Math.min(length, shown.length - (column - 1 - from))));
  const paintMark = { error: colours.red, warning: colours.yellow, hint: colours.blue }[severity];
  return [`  ${colours.dim(`${number} │`)} ${shown.slice(indent)}`, `  ${colours.dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(Math.max(0, column - 1 - from - indent))}${paintMark(mark)}`];
}
