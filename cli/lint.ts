import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createColors } from 'picocolors';
import type { Located } from './lint/finding';
import { parseHostPolicy } from './lint/hostPolicy';
import { lintText } from './lint/lintText';
import { listed, summary } from './lint/listing';
import { HAS_ERRORS, WRONG_USE, type MakeCommand } from './program';
import { readSources, type Source } from './sources';
import type { Terminal } from './terminal';

interface LintOptions {
  readonly format: 'text' | 'json';
  readonly maxWarnings?: number;
  readonly host?: string;
  readonly today: string;
}

const EXAMPLES = `
Examples:
  furrow lint furrow.json
  furrow lint rules/*.json --max-warnings 0
  furrow lint furrow.json --host policy.json    where policy.json is {"limits": {"perDay": 2}, "chat": false}
  curl -s https://example.com/furrow.json | furrow lint - --format json`;

/** `furrow lint`: what is wrong with rules files, what would be right, and where. */
export const lintCommand: MakeCommand = (terminal, done) => new Command('lint')
  .description('Checks rules files: what the page would refuse, what could never speak, and what should not be said.')
  .argument('<files...>', 'rules files, or - for the standard input')
  .addOption(new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'))
  .option('--max-warnings <number>', 'more warnings than this are an error', readCount)
  .option('--host <file>', 'what the host allows: looser limits are errors, and promises it cannot keep are told')
  .option('--today <date>', 'the day to compare dates with', readDay, terminal.today())
  .addHelpText('after', EXAMPLES)
  .action(async (files: readonly string[], options: LintOptions) => {
    const sources = await readSources(files, terminal, () => done(WRONG_USE));
    const host = options.host === undefined ? undefined : parseHostPolicy(await readFile(options.host, 'utf8'), options.host);
    const found = sources.map((source) => lintText(source, { host, today: options.today }));
    if (options.format === 'json') terminal.out(JSON.stringify(asJson(found.flat(), sources.length), undefined, 2));
    else print(found, sources, terminal);
    const count = countOf(found.flat());
    if (count('error')) done(HAS_ERRORS);
    if (count('warning') <= (options.maxWarnings ?? Infinity)) return;
    terminal.err(`furrow: more warnings than ${options.maxWarnings}`);
    done(HAS_ERRORS);
  });

function print(found: readonly (readonly Located[])[], sources: readonly Source[], terminal: Terminal): void {
  const colours = createColors(terminal.colour.out);
  found.forEach((ofFile, index) => {
    for (const finding of ofFile) terminal.out(listed(finding, sources[index]?.text ?? '', colours));
  });
  if (sources.length) terminal.out(summary(found.flat(), sources.length, colours));
}

function asJson(findings: readonly Located[], files: number): object {
  const count = countOf(findings);
  return {
    files, errors: count('error'), warnings: count('warning'), hints: count('hint'),
    findings: findings.map(({ file, line, column, length, severity, code, path, message, instead }) => ({ file, line, column, length, severity, code, path, message, ...(instead && { instead }) })),
  };
}

function countOf(findings: readonly Located[]): (severity: Located['severity']) => number {
  return (severity) => findings.filter((finding) => finding.severity === severity).length;
}

function readCount(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('It is a whole number.');
  return Number(value);
}

function readDay(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) throw new InvalidArgumentError('Write it as in 2026-11-20.');
  return value;
}
