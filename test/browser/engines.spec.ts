import { test as base } from 'playwright/test';
import { findFirefox } from '../findBrowser.mjs';
import { createPageHands } from '../support/pageHands';
import { createVisitor, type Visitor } from '../support/visitor';
import { everyEngine } from './everyEngine';

const test = base.extend<{ visitor: Visitor }>({
  visitor: ({ page }, use) => use(createVisitor(createPageHands(page))),
});

// all of a page in view: a page that has to be scrolled answers by scrolling
test.use({ viewport: { width: 1280, height: 960 } });

test.skip(({ browserName }) => browserName === 'firefox' && !findFirefox(), 'Firefox ESR is not installed');

everyEngine(test);
