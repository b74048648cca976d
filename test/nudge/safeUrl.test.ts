import { expect, test } from 'vitest';
import { safeUrl } from '../../src/nudge/safeUrl';

const PAGE = 'https://shop.test/pay';

test('a link may lead to a page, write a letter or make a call', () => {
  for (const url of ['https://help.test/cards', 'http://help.test/', 'mailto:help@shop.test', 'tel:+491234', '/cards', 'cards?x=1', '#faq', '//help.test/x']) {
    expect(safeUrl(url, PAGE)?.href, url).toBe(new URL(url, PAGE).href);
  }
});

test('a link can never run a script, show made-up content or lead nowhere', () => {
  for (const url of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,hi', 'blob:https://shop.test/1', 'vbscript:x', 'file:///etc/passwd', 'http://', '', undefined]) {
    expect(safeUrl(url, PAGE), String(url)).toBeUndefined();
  }
});
