/**
 * All the set-up there is, so that `npm test` and `npm run demo` work on a fresh machine: the packages of the lock file,
 * and for the tests the browsers. Uses what Node brings along, since nothing else may be there yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findFirefox, findWebKit } from './findBrowser.mjs';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules/.setup-stamp');

/** Chromium must be there; what another engine would say is left out where it cannot be installed. */
const CHROMIUM = { name: 'Chromium', find: findBrowser, packages: ['chromium', 'fonts-dejavu-core'] };
const OTHERS = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
];

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) stop(`furrow's tools need Node 20 or newer; this is Node ${process.versions.node}.`);

installPackages();
if (!process.argv.includes('--no-browser')) installBrowsers();

/** `npm ci` starts from nothing each time, so it runs only when the lock file is another one than at the last time. */
function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once; about a minute) …');
  // The outer npm hands its own settings down; the inner one must not take them for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache|https?_proxy))/i.test(name)));
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const { status } = spawnSync(npm[0], [...npm[1], 'ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) stop('npm ci failed; what it printed above says why.');
  writeFileSync(stamp, wanted);
}

function installBrowsers() {
  for (const browser of [CHROMIUM, ...OTHERS]) if (!browser.find()) installByApt(browser);
  if (!findBrowser()) {
    stop(`The browser tests need Chromium. Install it, for example:

    sudo apt-get install --no-install-recommends chromium      (Debian, Ubuntu)
    brew install --cask chromium                               (macOS)

or name one: FURROW_CHROMIUM=/path/to/chrome npm test`);
  }
  for (const { name, find, packages } of OTHERS) {
    if (!find()) console.log(`The tests in ${name} are skipped. To run them: sudo apt-get install --no-install-recommends ${packages.join(' ')}  (Debian)`);
  }
}

/** Where there is apt, and root to use it; else the messages say what to do. */
function installByApt({ name, packages }) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${name} for the browser tests (once) …`);
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  if (install().status === 0) return;
  apt('update');
  install();
}

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
