/** Where there is no terminal to write over, a line every so many runs. */
const EVERY = 20;

/** Says how far it is and how long it will take. @param {number} total */
export function createProgress(total) {
  const began = Date.now();
  let done = 0;
  if (total > 0) console.log(`${total} runs`);
  return {
    /** One more is done. @param {readonly string[]} lines worth saying beside */
    step(lines) {
      done++;
      const left = Math.round(((Date.now() - began) / done) * (total - done) / 1000);
      const line = `${done} of ${total}, ${clock(left)} left`;
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      for (const text of lines) console.log(text);
      if (process.stdout.isTTY) process.stdout.write(done === total ? `${line}\n` : line);
      else if (done % EVERY === 0 || done === total) console.log(line);
    },
  };
}

/** @param {number} seconds */
function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
