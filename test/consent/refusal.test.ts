import { expect, test } from 'vitest';
import { refusalOf } from '../../src/consent/refusal';

function windowWith(navigator: object, top?: () => unknown): Window {
  const window = { navigator, document: {} } as { navigator: object; document: object; top?: unknown };
  Object.defineProperty(window, 'top', { get: top ?? (() => window) });
  return window as unknown as Window;
}

test.each([
  [{ globalPrivacyControl: true }, 'gpc'],
  [{ globalPrivacyControl: '1' }, 'gpc'],
  [{ globalPrivacyControl: false }, undefined],
  [{ doNotTrack: '1' }, 'dnt'],
  [{ doNotTrack: '0' }, undefined],
  [{ doNotTrack: null }, undefined],
  [{ webdriver: true }, 'webdriver'],
  [{}, undefined],
])('a browser that says %j', (navigator, refusal) => {
  expect(refusalOf(windowWith(navigator), undefined)).toBe(refusal);
});

test('an automated test may allow itself, but not overrule the visitor', () => {
  expect(refusalOf(windowWith({ webdriver: true }), 'allow')).toBeUndefined();
  expect(refusalOf(windowWith({ webdriver: true, globalPrivacyControl: true }), 'allow')).toBe('gpc');
});

test.each([
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/150.0.0.0 Safari/537.36',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
  'Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)',
  'Mediapartners-Google',
  'Mozilla/5.0 (compatible; GoogleOther)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.1; +https://openai.com/gptbot)',
  'CCBot/2.0 (https://commoncrawl.org/faq/)',
])('a crawler is nobody to ask: %s', (userAgent) => {
  expect(refusalOf(windowWith({ userAgent }), undefined)).toBe('crawler');
  expect(refusalOf(windowWith({ userAgent, webdriver: true }), 'allow')).toBe('crawler');
});

test.each([
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/360.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG 9 Build/TP1A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/460.0.0.0;]',
])('a visitor is no crawler: %s', (userAgent) => {
  expect(refusalOf(windowWith({ userAgent }), undefined)).toBeUndefined();
});

test('a frame of another origin is left alone', () => {
  const foreign = windowWith({}, () => ({ get document() { throw new DOMException('blocked', 'SecurityError'); } }));
  expect(refusalOf(foreign, undefined)).toBe('frame');
});
