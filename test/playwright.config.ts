import { defineConfig } from 'playwright/test';
import { findBrowser, findFirefox } from './findBrowser.mjs';

/** The scenarios of `browser/everyEngine.ts` in the other engines; all else is for Chromium. */
const FIREFOX = 'firefox.spec.ts';
const WEBKIT = 'webkit.spec.ts';

/** What a visitor and a collector really see, in a real browser with real input. */
export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results/browser',
  // The tests play hands, and mostly wait: four at a time do not yet distort the rhythm on two cores.
  workers: 4,
  fullyParallel: true,
  timeout: 60_000,
  retries: 1,
  reporter: [['list'], ['json']],
  projects: [
    {
      name: 'chromium',
      testIgnore: [FIREFOX, WEBKIT],
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: findBrowser() ?? '/usr/bin/chromium',
          args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--mute-audio'],
        },
      },
    },
    {
      name: 'firefox',
      testMatch: FIREFOX,
      use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath: findFirefox() ?? '' } },
    },
    { name: 'webkit', testMatch: WEBKIT },
  ],
});
