#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setUp } from '../setup.mjs';
import { help, readArguments } from './arguments.js';
import { select } from './scenarios.js';

const asked = readArguments(process.argv.slice(2));

if ('wrong' in asked) stop(asked.wrong);
else if (asked.help) console.log(help);
else if (asked.report) (await import('./report/write.js')).writeReport();
else await contest(asked);

/** @param {Exclude<ReturnType<typeof readArguments>, { wrong: string }>} asked */
async function contest({ furrow, grep, ...how }) {
  const scenariosOf = (/** @type {string} */ name) => select(grep, name);
  if (scenariosOf('furrow').length === 0) return stop(`No scenario has “${grep}” in its id or as its family.`);
  const built = furrow === undefined ? undefined : resolve(furrow);
  if (built !== undefined && !existsSync(join(built, 'dist/furrow.js'))) return stop(`There is no dist/furrow.js in ${built}; build that furrow first.`);
  const root = join(import.meta.dirname, '../../..');
  setUp({ build: built === undefined && how.only.includes('furrow') });

  const { playAll } = await import('./playAll.js');
  const { writeReport, printSelection } = await import('./report/write.js');
  const played = await playAll({ ...how, scenariosOf, furrow: built ?? root });
  if (grep !== undefined) printSelection(played, scenariosOf('furrow'));
  else writeReport(played);
}

/** @param {string} wrong */
function stop(wrong) {
  console.error(`${wrong}\n\n${help}`);
  process.exitCode = 2;
}
