/**
 * What the benches need on a fresh machine: what the tests need (test/setup.mjs), a built furrow, and the peers of the lock
 * file beside this one. Called by each bench after it has read its command line, so that `--help` and a mistake cost nothing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bench = import.meta.dirname;
const root = join(bench, '../..');
const lock = join(bench, 'package-lock.json');
const stamp = join(bench, 'node_modules/.setup-stamp');

/**
 * Installs and builds what is missing. Ends the process with a sentence where that fails.
 * @param {{ build: boolean, peers?: boolean }} wanted `build: false` where a furrow built elsewhere is measured, `peers: false` where no peer is.
 */
export function setUp({ build, peers = true }) {
  must('the set-up of the tests', process.execPath, [join(root, 'test/setup.mjs')], root);
  if (build) must('the build', ...npm('run', '--silent', 'build'), root);
  if (peers) installPeers();
}

/** `npm ci` starts from nothing each time, so it runs only when the lock file is another one than at the last time. */
function installPeers() {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the peers (once; about half a minute) …');
  // no peer needs its install script: they are only bundled, and esbuild finds its binary without
  must('npm ci in test/bench', ...npm('ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'), bench);
  writeFileSync(stamp, wanted);
}

/**
 * npm as it was started, or from the path.
 * @param {...string} words
 * @returns {[string, string[]]}
 */
function npm(...words) {
  const own = process.env.npm_execpath;
  return own ? [process.execPath, [own, ...words]] : ['npm', words];
}

/**
 * @param {string} what
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 */
function must(what, command, words, cwd) {
  // The outer npm hands its own settings down; the inner one must not take them for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!execpath$|config_(registry|cache|https?_proxy))/i.test(name)));
  const { status } = spawnSync(command, words, { cwd, env, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`\n${what[0]?.toUpperCase()}${what.slice(1)} failed; what it printed above says why.\n`);
  process.exit(1);
}
