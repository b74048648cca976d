import { existsSync } from 'node:fs';

const CHROMIUM = [
  process.env.FURROW_CHROMIUM,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** The extended support release alone: the test runner speaks no other Firefox's dialect. */
const FIREFOX = [process.env.FURROW_FIREFOX, '/usr/bin/firefox-esr'];
/** Debian keeps the small browser that WebKitGTK is driven with among the libraries. */
const MINI_BROWSER = [process.env.FURROW_MINIBROWSER, ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)];

/** The path of a Chromium that is installed here, if there is one. */
export const findBrowser = () => firstOf(CHROMIUM);

export const findFirefox = () => firstOf(FIREFOX);

/** WebKitGTK's small browser, what drives it, and the screen that it needs; nothing where one of them is missing. */
export function findWebKit() {
  const [browser, driver, screen] = [MINI_BROWSER, ['/usr/bin/WebKitWebDriver'], ['/usr/bin/Xvfb']].map(firstOf);
  return browser && driver && screen ? { browser, driver, screen } : undefined;
}

/** @param {readonly (string | undefined)[]} places @returns {string | undefined} */
function firstOf(places) {
  return places.find((place) => place && existsSync(place));
}
