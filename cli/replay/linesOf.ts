/** A batch has 24 KiB, and collectors gather some hundreds; a longer line is no line. */
const MOST_CHARACTERS = 4_000_000;

/** Of a line that is too long, as much as tells what it is. */
const SHOWN_CHARACTERS = 40;

/** The lines of a stream, in handfuls, however long it is. A line that never ends is cut, and what follows in it is passed over. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let skips = false;
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (skips && lines.length) {
      lines.shift();
      skips = false;
    }
    if (rest.length > MOST_CHARACTERS && !skips) {
      lines.push(rest.slice(0, SHOWN_CHARACTERS));
      skips = true;
    }
    if (skips) rest = '';
    yield lines;
  }
  if (rest) yield [rest];
}
