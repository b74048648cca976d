#!/usr/bin/env node
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser } from '../findBrowser.mjs';
import { album, fileOf, isWanted, pictures } from './album.mjs';
import { looks } from './looks.mjs';
import { startSite } from './site.mjs';
import { playScene } from './stage.mjs';
import { surfaces } from './surfaces.mjs';

const DOCS = join(import.meta.dirname, '../../docs');
const FOLDER = join(DOCS, 'gallery');

/** Pages mostly wait: three at a time keep two cores busy. */
const AT_ONCE = 3;

const names = surfaces.map(({ name }) => name);
const help = `Takes pictures of every surface in every state, for docs/gallery.md. Run “npm run build” first.

  npm run gallery -- [options]

  --only A,B        those of these surfaces alone: ${names.join(', ')}
  --furrow FOLDER   of the furrow built there (default: dist/)
  --help            this
`;

const asked = readArguments(process.argv.slice(2));
if ('wrong' in asked) {
  console.error(`${asked.wrong}\n\n${help}`);
  process.exitCode = 2;
} else if (asked.help) console.log(help);
else await takeAll(surfaces.filter(({ name }) => !asked.only || asked.only.includes(name)));

/** @param {string[]} args */
function readArguments(args) {
  try {
    const { values } = parseArgs({ args, options: { only: { type: 'string' }, furrow: { type: 'string' }, help: { type: 'boolean' } } });
    const only = values.only?.split(',');
    const stranger = only?.find((each) => !names.includes(each));
    if (stranger !== undefined) return { wrong: `No surface is called “${stranger}”; there are ${names.join(', ')}.` };
    const dist = values.furrow ?? join(DOCS, '../dist');
    return values.help || existsSync(join(dist, 'furrow.js')) ? { help: values.help, only, dist } : { wrong: `There is no furrow.js in “${dist}”.` };
  } catch (error) {
    return { wrong: error.message };
  }
}

async function takeAll(wanted) {
  mkdirSync(FOLDER, { recursive: true });
  const site = await startSite(asked.dist);
  const browsers = new Map();
  const plays = wanted.flatMap((surface) => surface.scenes.flatMap((scene) => Object.keys(looks)
    .filter((look) => scene.states.some(([state]) => isWanted(surface, state, look)))
    .map((look) => ({ surface, scene, look }))));
  let done = 0;

  /** A browser for each size of letters: it is a setting of the browser's. */
  const browserWith = (rootPx) => browsers.get(rootPx) ?? browsers.set(rootPx, chromium.launch({
    executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--blink-settings=defaultFontSize=${rootPx}`],
  })).get(rootPx);

  async function take({ surface, scene, look }) {
    const name = `${surface.name} ${scene.states.map(([state]) => state).join(' → ')}, ${looks[look].title}`;
    try {
      await playScene(await browserWith(looks[look].rootPx), site.url, {
        scene, look: looks[look],
        wanted: (state) => isWanted(surface, state, look),
        taken: async (state, image) => writeFileSync(join(FOLDER, fileOf(surface.name, state, look)), image),
      });
      console.log(`${String(++done).padStart(3)}/${plays.length}  ${name}`);
    } catch (error) {
      console.error(`${String(++done).padStart(3)}/${plays.length}  ${name}: ${error.message}`);
      process.exitCode = 1;
    }
  }

  const waiting = [...plays];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await take(next);
  }));
  for (const browser of browsers.values()) await (await browser).close();
  await site.close();
  finish();
}

/** Pictures that no state makes any more go; the page says what there is. */
function finish() {
  for (const file of readdirSync(FOLDER)) if (!pictures.includes(file)) rmSync(join(FOLDER, file));
  writeFileSync(join(DOCS, 'gallery.md'), album());
  const bytes = readdirSync(FOLDER).map((file) => statSync(join(FOLDER, file)).size);
  console.log(`${bytes.length} of ${pictures.length} pictures, ${Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1024)} kB; the largest has ${Math.round(Math.max(...bytes) / 1024)} kB`);
}
