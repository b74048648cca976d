import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileAt } from '../files.js';
import { layout } from './layout.js';
import { pageAt } from './pages.js';

const PUBLIC = fileURLToPath(new URL('./public/', import.meta.url));
/** It stands in the page as it is. */
const WORD = /^[a-z]{0,10}$/;
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * The shop's server: pages, files, furrow itself under `/furrow/`, and a coupon that fails on request.
 * @param {{ collect: () => string }} setting Where the page sends its facts; asked for with each page.
 * @returns {(request: Request) => Promise<Response>}
 */
export const createShop = ({ collect }) => async (request) => {
  const url = new URL(request.url);
  if (url.pathname === '/api/coupon') return coupon(request, url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'The shop only shows things.');
  const file = url.pathname.startsWith('/furrow/') ? await furrowAt(url.pathname.slice('/furrow'.length)) : await fileAt(PUBLIC, url.pathname);
  return file ?? page(request, url, collect());
};

/** @param {Request} request @param {URL} url @param {string} collect */
function page(request, url, collect) {
  const content = pageAt(url.pathname);
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  const [automated, locale] = ['automated', 'locale'].map((name) => said(name, request, url, headers));
  const isMirrored = url.searchParams.get('dir') === 'rtl' || locale === 'ar';
  const html = layout(content, { collect, automated: automated === 'allow', dir: isMirrored ? 'rtl' : 'ltr', locale: locale ?? '' });
  return new Response(html, { status: content.id === 'lost' ? 404 : 200, headers });
}

/**
 * What an address says once (`?locale=ar`) the pages that follow still know, until the browser is closed.
 * @param {string} name @param {Request} request @param {URL} url @param {Headers} headers
 */
function said(name, request, url, headers) {
  const asked = url.searchParams.get(name);
  if (asked !== null && WORD.test(asked)) headers.append('set-cookie', `${name}=${asked}; Path=/; SameSite=Lax`);
  const word = asked ?? request.headers.get('cookie')?.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return word !== undefined && WORD.test(word) ? word : undefined;
}

/** @param {string} path */
async function furrowAt(path) {
  const file = await fileAt(DIST, path);
  if (file || existsSync(DIST)) return file;
  return text(404, 'furrow is not built yet: run “npm run build”, then load this page again.');
}

/** @param {Request} request @param {URL} url */
function coupon(request, url) {
  if (request.method !== 'POST') return text(405, 'A coupon is sent with POST.');
  return url.searchParams.has('broken') ? text(500, 'The coupon service fell over.') : Response.json({ percent: 10 });
}

/** @param {number} status @param {string} words */
const text = (status, words) => new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
