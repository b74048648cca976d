import { test as base } from 'playwright/test';
import { findWebKit } from '../findBrowser.mjs';
import { startWebKit, type WebKit } from '../support/webkit';
import { createVisitor, type Visitor } from '../support/visitor';
import { createWebKitHands } from '../support/webkitHands';
import { everyEngine } from './everyEngine';
import { everyForm } from './everyForm';

/** WebKitGTK, which is not Safari, but thinks as it does. */
const test = base.extend<{ visitor: Visitor }, { webkit: WebKit }>({
  webkit: [async ({}, use) => {
    const webkit = await startWebKit();
    await use(webkit);
    webkit.close();
  }, { scope: 'worker' }],
  visitor: ({ webkit }, use) => webkit.session(async (command) => {
    await command('POST', '/window/rect', { width: 1280, height: 1000 });
    await use(createVisitor(await createWebKitHands(command)));
  }),
});

test.skip(!findWebKit(), 'WebKitGTK is not installed');

everyEngine(test);
everyForm(test);
