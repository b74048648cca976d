import { Command, Option } from 'commander';
import { createColors } from 'picocolors';
import { builtInRules } from '../src/rules/builtIn';
import { parseRules } from '../src/rules/read';
import { dig, items, textsIn } from './dig';
import { explainFile } from './explain/file';
import { explainRule, type Part } from './explain/rule';
import { ownLanguage } from './ownLanguage';
import { HAS_ERRORS, WRONG_USE, type MakeCommand } from './program';
import { readSources, type Source } from './sources';
import type { Terminal } from './terminal';
import { plural } from './words';

const EXAMPLES = `
Examples:
  furrow explain furrow.json
  furrow explain furrow.json --rule card-is-refused
  furrow explain furrow.json --format json`;

/** A rules file in plain words. */
export interface Story {
  readonly file: string;
  readonly sentences: readonly string[];
  readonly rules: readonly { readonly id: string; readonly name: string | undefined; readonly parts: readonly Part[] }[];
  /** What the page would refuse, and is not told here. */
  readonly refused: number;
}

/** `furrow explain`: every rule as a person would tell it. */
export const explainCommand: MakeCommand = (terminal, done) => new Command('explain')
  .description('Tells in plain words what the rules of a file do.')
  .argument('<files...>', 'rules files, or - for the standard input')
  .option('--rule <id>', 'this rule alone')
  .addOption(new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'))
  .addHelpText('after', EXAMPLES)
  .action(async (files: readonly string[], { rule, format }: { readonly rule?: string; readonly format: 'text' | 'json' }) => {
    const sources = await readSources(files, terminal, () => done(WRONG_USE));
    const stories = sources.map((source) => storyOf(source, rule));
    if (format === 'json') terminal.out(JSON.stringify(stories, undefined, 2));
    else for (const story of stories) tell(story, terminal);
    if (stories.some(({ refused }) => refused)) done(HAS_ERRORS);
    if (rule === undefined || stories.some(({ rules }) => rules.length)) return;
    terminal.err(`furrow: there is no rule "${rule}"`);
    done(WRONG_USE);
  });

/** The file and its rules, in the order in which they are asked. Pure. */
export function storyOf({ name, text }: Source, only?: string): Story {
  const { rules, problems } = parseRules(text, name);
  if (rules === builtInRules) return { file: name, sentences: [], rules: [], refused: problems.length };
  const written: unknown = JSON.parse(text);
  const locale = ownLanguage(written);
  return {
    file: name,
    sentences: explainFile(rules, written),
    rules: rules.rules.filter(({ id }) => only === undefined || id === only).map((rule) => {
      const own = items(dig(written, 'rules')).find((each) => dig(each, 'id') === rule.id);
      return { id: rule.id, name: textsIn(dig(own, 'name'))[0], parts: explainRule(rule, own, locale) };
    }),
    refused: problems.length,
  };
}

/** A paragraph for the file, and for each rule one for where and when, and one for what then. */
function tell({ file, sentences, rules, refused }: Story, terminal: Terminal): void {
  const { bold, dim, red } = createColors(terminal.colour.out);
  terminal.out(`${bold(file)}\n${wrapped(sentences)}\n`);
  for (const { id, name, parts } of rules) {
    terminal.out(`${bold(id)}${name === undefined ? '' : dim(` · ${name}`)}`);
    terminal.out(`${parts.map((part) => wrapped(part.sentences)).join('\n')}\n`);
  }
  if (refused) terminal.err(`${red('furrow:')} ${file} has ${plural(refused, 'error')}, and what they concern is left out here; see furrow lint ${file}`);
}

/** As wide as a page of a book. */
const COLUMNS = 88;

function wrapped(sentences: readonly string[]): string {
  const lines: string[] = [''];
  for (const word of sentences.join(' ').split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length + 1 > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.map((line) => `  ${line}`).join('\n');
}
