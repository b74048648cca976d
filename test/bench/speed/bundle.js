import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const peers = join(import.meta.dirname, '../node_modules');

/**
 * The file of a contestant as a site's own bundler would make it.
 * @param {string} id
 */
export async function bundleOf(id) {
  const { build } = await import(join(peers, 'esbuild/lib/main.js'));
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'contestants', `${id}.js`)],
    bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return /** @type {string} */ (outputFiles[0].text);
}

/** @param {string} name */
export function versionOf(name) {
  return JSON.parse(readFileSync(join(peers, name, 'package.json'), 'utf8')).version;
}

/** @param {string} text */
export function brotliBytes(text) {
  return brotliCompressSync(text).byteLength;
}
