import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { platform } from 'node:process';
import { Command, InvalidArgumentError } from 'commander';
import { WRONG_USE, type MakeCommand } from './program';
import { servePreview } from './preview/serve';
import { shownOf, type Shown } from './preview/shown';
import { watchFile } from './preview/watchFile';
import { readSources } from './sources';
import { plural } from './words';

interface PreviewOptions {
  readonly port: number;
  readonly open?: true;
}

const EXAMPLES = `
Examples:
  furrow preview furrow.json
  furrow preview furrow.json --port 8090 --open`;

/** What opens an address in the browser that somebody uses. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>>> = { darwin: ['open'], win32: ['explorer'] };

/** `furrow preview`: a page on this machine with every nudge of a file, that follows the file while it is edited. */
export const previewCommand: MakeCommand = (terminal, done) => new Command('preview')
  .description('Shows every nudge of a rules file on a local page: widths, directions, colours, languages.')
  .argument('<rules>', 'a rules file')
  .option('--port <number>', 'where to serve it; 0 takes any that is free', readPort, 0)
  .option('--open', 'open it in the browser')
  .addHelpText('after', EXAMPLES)
  .action(async (file: string, { port, open }: PreviewOptions) => {
    const shown = async (): Promise<Shown | undefined> => {
      const [source] = await readSources([file], terminal, () => undefined);
      return source && shownOf(file, source.text, terminal.today());
    };
    const first = await shown();
    if (!first) return done(WRONG_USE);
    const preview = await servePreview({ port, scripts: await scriptsFrom(new URL('.', import.meta.url)), shown });
    const unwatch = watchFile(file, preview.changed);
    terminal.out(`${file} with ${plural(first.rules.length, 'rule')} at ${preview.url}\nIt follows the file. Ctrl-C stops.`);
    if (open) openIn(preview.url, () => terminal.err(`furrow: no browser could be opened; go to ${preview.url}`));
    await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
    unwatch();
    await preview.close();
  });

/** What a page fetches to show a nudge, by its address: that, what draws it, and furrow's own words. */
async function scriptsFrom(folder: URL): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder)).filter((name) => /^furrow\.(?:(?:nudge|why)(?:\.[a-z]+)?|besides|preact)\.js$/.test(name));
  return new Map(await Promise.all(files.map(async (name) => [`/${name}`, await readFile(new URL(name, folder), 'utf8')] as const)));
}

function openIn(url: string, failed: () => void): void {
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true }).on('error', failed).unref();
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError('It is a number from 0 to 65535.');
  return Number(value);
}
