import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The file at a path under a folder, as an answer; nothing where there is none. A path can never lead out of the folder,
 * and only files of the kinds a page is made of are served.
 * @param {string} folder
 * @param {string} path As it stands in the URL.
 * @returns {Promise<Response | undefined>}
 */
export async function fileAt(folder, path) {
  const file = pathUnder(folder, path);
  const type = file && TYPES[extname(file)];
  if (!type) return undefined;
  try {
    return new Response(await readFile(file), { headers: { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });
  } catch {
    return undefined;
  }
}

/** @param {string} folder @param {string} path */
function pathUnder(folder, path) {
  try {
    const root = normalize(folder + sep);
    const file = join(root, decodeURIComponent(path));
    return file.startsWith(root) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined; // not a path in any encoding
  }
}
