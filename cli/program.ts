import { Command, CommanderError } from 'commander';
import { createColors } from 'picocolors';
import type { Terminal } from './terminal';

/** Fine, or nothing worse than a warning. */
export const FINE = 0;
/** What was looked at has errors. */
export const HAS_ERRORS = 1;
/** furrow was called wrongly, or a file cannot be read. */
export const WRONG_USE = 2;

/** One thing that furrow does. `done` takes the exit code. */
export type MakeCommand = (terminal: Terminal, done: (code: number) => void) => Command;

const EPILOGUE = `
Exit codes: 0 fine · 1 errors found · 2 wrong use, or a file that cannot be read
The rules file is described in docs/rules.md, the command line in docs/cli.md.`;

/** The command line as a function from its arguments to the exit code. */
export function createProgram(version: string, commands: readonly MakeCommand[], terminal: Terminal): (args: readonly string[]) => Promise<number> {
  return async (args) => {
    let code = FINE;
    const program = new Command('furrow')
      .description('Checks, explains and tries out friction rules.')
      .version(version, '-v, --version', 'print the version')
      .helpOption('-h, --help', 'print this help')
      .usage('<command> [options] <files…>')
      .addHelpText('after', EPILOGUE);
    for (const make of commands) program.addCommand(make(terminal, (given) => { code = Math.max(code, given); }));
    for (const command of [program, ...program.commands]) quiet(command, terminal);
    try {
      if (!args.length) program.outputHelp({ error: true });
      await program.parseAsync([...args], { from: 'user' });
      return args.length ? code : WRONG_USE;
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode && WRONG_USE;
      terminal.err(`furrow: ${error instanceof Error ? error.message : String(error)}`);
      return WRONG_USE;
    }
  };
}

/** Says everything through the terminal, and ends nothing but itself. */
function quiet(command: Command, terminal: Terminal): void {
  const { red } = createColors(terminal.colour.err);
  command.exitOverride().helpCommand(false).configureOutput({
    writeOut: (text) => terminal.out(text.trimEnd()),
    writeErr: (text) => terminal.err(text.trimEnd()),
    outputError: (text, write) => write(`furrow: ${red(text.replace(/^error: /, '').trimEnd())}\nSee furrow ${command.parent ? `${command.name()} ` : ''}--help`),
    getOutHasColors: () => terminal.colour.out,
    getErrHasColors: () => terminal.colour.err,
  }).configureHelp({ helpWidth: 100 });
}
