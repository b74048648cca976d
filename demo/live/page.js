import { fileURLToPath } from 'node:url';
import { fileAt } from '../files.js';

const PUBLIC = fileURLToPath(new URL('./public/', import.meta.url));

/**
 * Puts the live page in front of a collector: the page at `/` and its files; everything else is the collector's to answer.
 * @param {(request: Request, source: string) => Promise<Response>} collector
 * @returns {(request: Request, source: string) => Promise<Response>}
 */
export const withLivePage = (collector) => async (request, source) => {
  const { pathname } = new URL(request.url);
  const file = request.method === 'GET' ? await fileAt(PUBLIC, pathname === '/' ? '/live.html' : pathname) : undefined;
  return file ?? collector(request, source);
};
