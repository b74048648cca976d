import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const DEFAULT_PORT = 8040;
/** The collector takes the next one. */
const HIGHEST_PORT = 65_534;
const DEFAULT_DATA = fileURLToPath(new URL('.data/furrow.db', import.meta.url));

export const help = `Starts the furrow demo: a shop with deliberate faults, a collector, and a live page of what arrived.

  npm run demo -- [options]

  --port N      the shop's port; the collector takes the next one (default ${DEFAULT_PORT})
  --data FILE   where the collector keeps its facts; “:memory:” forgets them (default demo/.data/furrow.db)
  --help        this
`;

/**
 * What the command was asked for, or a sentence that says what is wrong with it.
 * @param {readonly string[]} words
 * @returns {{ help: boolean, port: number, data: string } | { wrong: string }}
 */
export function readArguments(words) {
  try {
    const { values } = parseArgs({ args: [...words], options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } } });
    const port = Number(values.port ?? DEFAULT_PORT);
    if (values.port === '' || !Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) return { wrong: `“${values.port}” is not a port; take a number from 1 to ${HIGHEST_PORT}, or 0 for any free one.` };
    return { help: values.help === true, port, data: values.data || DEFAULT_DATA };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
