import { Command, InvalidArgumentError, Option } from 'commander';
import { createColors } from 'picocolors';
import { builtInRules } from '../src/rules/builtIn';
import { parseRules } from '../src/rules/read';
import type { Rules } from '../src/types';
import { HAS_ERRORS, WRONG_USE, type MakeCommand } from './program';
import { backtest, type Backtest } from './replay/backtest';
import { listed } from './replay/listing';
import { openFacts } from './replay/openFacts';
import { createTimeline } from './replay/timeline';
import { readSources } from './sources';
import type { Terminal } from './terminal';
import { number, plural } from './words';

interface ReplayOptions {
  readonly against?: string;
  readonly visit?: string;
  readonly zone: string;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
Examples:
  curl -s http://localhost:8041/facts.ndjson > facts.ndjson
  furrow replay furrow.json facts.ndjson
  furrow replay new.json facts.ndjson.gz --against furrow.json
  furrow replay furrow.json facts.ndjson --visit 0b7c7d8e-95a3-4f5e-ae0d-5b0c53a7f6d1
  curl -s http://localhost:8041/facts.ndjson | furrow replay furrow.json - --format json`;

/** `furrow replay`: what a rules file would have done to visits that were collected. */
export const replayCommand: MakeCommand = (terminal, done) => new Command('replay')
  .description('Tries a rules file on collected facts: how often it would have helped, and what held it back.')
  .argument('<rules>', 'a rules file')
  .argument('<facts>', 'collected facts, one in a line, or batches; .gz is unpacked, and - is the standard input')
  .option('--against <rules>', 'another rules file: which visits only one of them would have helped')
  .option('--visit <key>', 'tell this visit alone, as it went by')
  .option('--zone <name>', 'the visitors’ time zone, for quiet hours and days', readZone, Intl.DateTimeFormat().resolvedOptions().timeZone)
  .addOption(new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'))
  .addHelpText('after', EXAMPLES)
  .action(async (file: string, facts: string, { against: other, visit, zone, format }: ReplayOptions) => {
    const files = other === undefined ? [file] : [file, other];
    const read = await readSources(files, terminal, () => done(WRONG_USE));
    const [rules, against] = read.map(({ name, text }) => rulesOf(name, text, terminal, () => done(HAS_ERRORS)));
    if (!rules || read.length < files.length || (other !== undefined && !against)) return;
    const isStory = visit !== undefined && format === 'text';
    const found = await backtest(openFacts(facts, terminal), { rules, against, zone, visit, follow: isStory ? createTimeline(terminal.out) : undefined });
    tellBroken(found, facts, terminal);
    if (!found.visits) {
      terminal.err(`furrow: ${nothingIn(found, facts, visit)}`);
      return done(WRONG_USE);
    }
    if (isStory) terminal.out('');
    terminal.out(format === 'json' ? JSON.stringify({ file, against: other, ...found }, undefined, 2) : listed(found, { rules: file, against: other }, createColors(terminal.colour.out)));
  });

/** Rules that the page would refuse are left out here as there; a file that gives none is nothing to try. */
function rulesOf(name: string, text: string, terminal: Terminal, hasErrors: () => void): Rules | undefined {
  const { rules, problems } = parseRules(text, name);
  if (problems.length) {
    hasErrors();
    terminal.err(`furrow: ${name} has ${plural(problems.length, 'error')}, and what they concern is not replayed; see furrow lint ${name}`);
  }
  return rules === builtInRules ? undefined : rules;
}

function tellBroken({ broken, lines }: Backtest, facts: string, terminal: Terminal): void {
  if (!broken.lines) return;
  terminal.err(`furrow: ${facts}: ${number(broken.lines)} of ${plural(lines, 'line')} not understood`);
  for (const { line, wrong } of broken.first) terminal.err(`  line ${number(line)}: ${wrong}`);
}

function nothingIn({ lines, broken }: Backtest, facts: string, visit: string | undefined): string {
  if (!lines) return `${facts} is empty`;
  if (broken.lines === lines) return `${facts} has no facts; give it what the collector answers at /facts.ndjson, one fact in a line (docs/wire.md)`;
  return visit === undefined ? `${facts} has no facts` : `${facts} has no visit ${visit}`;
}

function readZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('Write it as in Europe/Berlin.');
  }
}
