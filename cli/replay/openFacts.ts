import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal';

/** A shorter file is read before anybody has looked. */
const LONG_BYTES = 20_000_000;

const MEGABYTE = 1_000_000;

/** Facts of a file, packed or plain, or of the standard input, piece by piece. Where they are many and somebody looks, a bar shows how far it has come. */
export async function* openFacts(file: string, terminal: Pick<Terminal, 'input'>): AsyncGenerator<Uint8Array> {
  if (file === '-') {
    yield* terminal.input();
    return;
  }
  const size = statSync(file).size;
  const source = createReadStream(file);
  // what goes wrong on the way is told to whoever reads
  const bytes = file.endsWith('.gz') ? pipeline(source, createGunzip(), () => undefined) : source;
  // silent by itself where the standard error is no terminal
  const bar = new SingleBar({ format: '{bar} {percentage} % of {total} MB, {eta_formatted} to go', clearOnComplete: true, hideCursor: true }, Presets.shades_grey);
  if (size > LONG_BYTES) bar.start(Math.round(size / MEGABYTE), 0);
  try {
    for await (const chunk of bytes) {
      bar.update(Math.round(source.bytesRead / MEGABYTE));
      yield chunk;
    }
  } finally {
    bar.stop();
  }
}
