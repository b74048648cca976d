/**
 * `npm test`: everything that must hold, cheapest first, so that a mistake shows early. Stops at the first step that fails,
 * and closes with the number of tests that passed and failed in both runners.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = { unit: join(root, 'test-results/unit.json'), browser: join(root, 'test-results/browser-tests.json') };

const STEPS = [
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['lint', 'eslint', ['--config', 'test/eslint.config.mjs', '--max-warnings', '0', '.']],
  ['build', 'rollup', ['-c', '--silent']],
  // packing must not build once more
  ['package', 'publint', ['--strict'], { npm_config_ignore_scripts: 'true' }],
  ['package types', 'attw', ['--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', 'furrow.js', 'rules.schema.json', '--no-emoji', '--format', 'ascii'], { npm_config_ignore_scripts: 'true' }],
  ['unit tests', 'vitest', ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${results.unit}`]],
  ['browser tests', 'playwright', ['test', '--config', 'test/playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_NAME: results.browser }],
];

for (const file of Object.values(results)) rmSync(file, { force: true });

for (const [name, command, args, env] of STEPS) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status === 0) continue;
  console.error(`\n${name} failed: ${command} ${args.join(' ')}`);
  close(status ?? 1);
}
close(0);

/** The closing line, and the exit code that goes with it. */
function close(code) {
  const unit = read(results.unit);
  const browser = read(results.browser)?.stats;
  const passed = (unit?.numPassedTests ?? 0) + (browser ? browser.expected + browser.flaky : 0);
  const failed = (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0);
  const skipped = (unit?.numPendingTests ?? 0) + (browser?.skipped ?? 0);
  if (browser?.flaky) console.log(`\n${browser.flaky} browser tests passed at the second try`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(code);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
