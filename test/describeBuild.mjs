import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');

/** The files of the tag, in the order in which a visitor meets them. */
export const TAG_FILES = ['furrow.js', 'furrow.prompt.js', 'furrow.core.js', 'furrow.detect.js', 'furrow.rules.js', 'furrow.speak.js', 'furrow.report.js', 'furrow.nudge.js', 'furrow.preact.js', 'furrow.besides.js', 'furrow.desk.js', 'furrow.preferences.js', 'furrow.inspect.js'];

/** The files of which a page loads one or the other: words in a language (`furrow.nudge.de.js`), adapters (`furrow.cmp.klaro.js`). */
export function oneOfMany() {
  return readdirSync(dist).filter((file) => /^furrow\.\w+\.\w+\.js$/.test(file));
}

/** Bytes as they travel: brotli at its highest level, which is what CDNs keep. */
export function brotliBytes(file) {
  return brotliCompressSync(readFileSync(join(dist, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** A rollup plugin that prints, once everything is written, what the tag weighs and its integrity hashes. */
export function describeBuild() {
  return {
    name: 'describe-build',
    closeBundle() {
      for (const file of [...TAG_FILES, ...oneOfMany()]) {
        const sri = createHash('sha384').update(readFileSync(join(dist, file))).digest('base64');
        console.log(`${file.padEnd(26)} ${String(brotliBytes(file)).padStart(6)} B brotli  sha384-${sri}`);
      }
    },
  };
}
