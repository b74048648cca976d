import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const bench = join(import.meta.dirname, '../..');

/** Makes one classic script of a module that imports peers. @param {string} source */
export async function bundle(source) {
  const { outputFiles: [file] } = await build({
    stdin: { contents: source, resolveDir: bench, loader: 'js' },
    bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return file?.text ?? '';
}

/** The installed version of a peer. @param {string} name @returns {string} */
export function versionOf(name) {
  return JSON.parse(fileOf(name, 'package.json')).version;
}

/** A file of a peer as it was published. @param {string} name @param {string} path */
export function fileOf(name, path) {
  return readFileSync(join(bench, 'node_modules', name, path), 'utf8');
}
