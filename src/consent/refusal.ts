/** A no that the browser says for the visitor. */
export type Refusal = 'gpc' | 'dnt' | 'webdriver' | 'crawler' | 'frame';

/**
 * How crawlers call themselves: Googlebot and its like end in “bot” (a Cubot is a telephone), Baiduspider, Yahoo! Slurp, Meta's
 * facebookexternalhit and meta-externalagent, Google's Mediapartners-Google, Google-InspectionTool and GoogleOther. From the lists that
 * Google (developers.google.com/crawling), Yandex, Baidu and Meta keep.
 */
const CRAWLER = /[^u]bot\b|crawl|spider|slurp|-google|google[-o]|external/i;

/**
 * Whether somebody has said no before anybody was asked: Global Privacy Control (W3C draft; `true`, or `'1'` in older builds),
 * Do Not Track (`'1'`), a browser that a program drives, a crawler, or a frame of another origin, where nobody could tell who asks.
 */
export function refusalOf(window: Window, automated: 'allow' | undefined): Refusal | undefined {
  const { navigator } = window;
  const asks: { globalPrivacyControl?: unknown; doNotTrack?: unknown } = navigator;
  if (asks.globalPrivacyControl === true || asks.globalPrivacyControl === '1') return 'gpc';
  if (asks.doNotTrack === '1') return 'dnt';
  if (navigator.webdriver && automated !== 'allow') return 'webdriver';
  if (CRAWLER.test(navigator.userAgent)) return 'crawler';
  return isForeignFrame(window) ? 'frame' : undefined;
}

function isForeignFrame(window: Window): boolean {
  try {
    return !window.top?.document;
  } catch {
    return true;
  }
}
