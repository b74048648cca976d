import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright/test';
import { findBrowser } from '../findBrowser.mjs';

export interface Chromium {
  tab(): Promise<Page>;
  close(): Promise<void>;
}

/** A Chromium as people have it, in which a tab behind another one is hidden. The test runner's own keeps each tab in front. */
export async function startChromium(): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'furrow-chromium-'));
  const process = spawn(findBrowser() ?? '', ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    process.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const [, found] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    process.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return {
    tab: async () => {
      const [context] = browser.contexts();
      if (!context) throw new Error('Chromium has no window');
      return context.newPage();
    },
    async close() {
      await browser.close();
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
