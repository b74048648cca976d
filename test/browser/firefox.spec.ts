import { findFirefox } from '../findBrowser.mjs';
import { pageTest as test } from '../support/pageTest';
import { everyEngine } from './everyEngine';
import { everyForm } from './everyForm';

// all of a page in view: a page that has to be scrolled answers by scrolling
test.use({ viewport: { width: 1280, height: 960 } });
test.skip(!findFirefox(), 'Firefox ESR is not installed');

everyEngine(test);
everyForm(test);
