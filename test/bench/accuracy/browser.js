import { chromium } from 'playwright';
import { findBrowser } from '../../findBrowser.mjs';

/** @import { Browser } from 'playwright' */
/** @import { Scenario } from './types.ts' */

/** At 400 % zoom a window of 1280 × 800 is this many CSS pixels. */
const SCREENS = {
  desktop: { width: 1280, height: 800 },
  zoomed: { width: 320, height: 200 },
  touch: { width: 412, height: 860 },
};

/** The whole Chromium: its shell without windows knows no focus to lose. The collector plays every vendor's backend; whatever else is asked for fails at once, on this machine. */
export function openBrowser() {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic',
      '--disable-blink-features=AutomationControlled', '--autoplay-policy=no-user-gesture-required', '--mute-audio',
      '--host-resolver-rules=MAP *.collect.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost',
    ],
  });
}

/**
 * A profile that looks like an ordinary Chrome: several of the SDKs leave robots alone.
 * @param {Browser} browser
 * @param {Scenario['screen']} screen
 */
export function openWindow(browser, screen) {
  const touch = screen === 'touch';
  const [version = '150'] = browser.version().split('.');
  const system = touch ? 'Linux; Android 15; Pixel 9' : 'X11; Linux x86_64';
  return browser.newContext({
    viewport: SCREENS[screen],
    userAgent: `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0${touch ? ' Mobile' : ''} Safari/537.36`,
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: screen === 'zoomed' ? 4 : 1,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
}
