import { test } from 'playwright/test';
import { createPageHands } from './pageHands';
import { createVisitor, type Visitor } from './visitor';

/** A test told of a visitor, in a browser that the runner itself drives. */
export const pageTest = test.extend<{ visitor: Visitor }>({ visitor: ({ page }, use) => use(createVisitor(createPageHands(page))) });
