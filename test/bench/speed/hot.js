import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/** More lines are not read. */
const MOST = 25;

/**
 * Where script time goes, function by function, the most expensive first; by its place in the source where there is a map.
 * @param {Map<string, number>} owned @param {string} folder Where the maps are.
 */
export function hotSpots(owned, folder) {
  const total = [...owned.values()].reduce((all, ms) => all + ms, 0);
  return [...owned]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([name, ms]) => `${ms.toFixed(2).padStart(8)} ms ${((ms / total) * 100).toFixed(0).padStart(3)} %  ${sourceOf(name, folder)}`)
    .join('\n');
}

/** @param {string} name @param {string} folder */
function sourceOf(name, folder) {
  const [, called = '', file = '', line = '', column = ''] = /^(.*) ([\w.]+\.js)\S*?:(\d+):(\d+)$/.exec(name) ?? [];
  const map = join(folder, `${file}.map`);
  if (!file || !existsSync(map)) return name;
  const entry = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return name;
  return `${entry.originalSource.split('/src/').at(-1)}:${entry.originalLine + 1} ${entry.name ?? called}`;
}
