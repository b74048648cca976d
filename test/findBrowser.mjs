import { existsSync } from 'node:fs';

const PLACES = [
  process.env.FURROW_CHROMIUM,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium that is installed here, if there is one. */
export function findBrowser() {
  return PLACES.find((place) => place && existsSync(place));
}
