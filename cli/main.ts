import { stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { explainCommand } from './explain';
import { lintCommand } from './lint';
import { previewCommand } from './preview';
import { createProgram } from './program';
import { replayCommand } from './replay';
import { hasColour, type Terminal } from './terminal';

declare const VERSION: string;

// a reader that has seen enough (`furrow explain … | head`) is no failure
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const terminal: Terminal = {
  out: (line) => void stdout.write(`${line}\n`),
  err: (line) => void stderr.write(`${line}\n`),
  stdin: () => text(stdin),
  input: () => stdin,
  colour: { out: hasColour(process.env, stdout.isTTY), err: hasColour(process.env, stderr.isTTY) },
  // Swedes write dates as the rules file does
  today: () => new Date().toLocaleDateString('sv-SE'),
};

/** Every command of furrow; one more is one line more. */
const commands = [lintCommand, explainCommand, replayCommand, previewCommand];

process.exitCode = await createProgram(VERSION, commands, terminal)(process.argv.slice(2));
