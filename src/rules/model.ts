import type { Model } from '../types';
import { MAX_POINTS } from './defaults';
import { readName, readSignal } from './forms';
import { entries, list, number, record, type Read, type Say } from './shape';

/** Half of the scale: a model refines the rules and does not replace them. */
const MAX_WITHIN = 50;

const readPoints = number(-MAX_POINTS, MAX_POINTS, 0);

const readScore = number(0, MAX_POINTS, 0);

const readSureness = number(0, 1, 0);

const readPair: Read<Model['calibration'][number]> = (value, path, say) => {
  const pair: readonly unknown[] = Array.isArray(value) ? value : [];
  const isPair = pair.length === 2;
  if (!isPair) say(path, value, 'a pair, [score, confidence]');
  const tell: Say = isPair ? say : () => undefined;
  return [readScore(pair[0], `${path}[0]`, tell), readSureness(pair[1], `${path}[1]`, tell)];
};

const readPairs = list(readPair, 50);

/** A curve that never falls: more trouble does not make it less sure. */
const readCalibration: Read<Model['calibration']> = (value, path, say) => {
  const pairs = readPairs(value, path, say);
  const rises = pairs.every(([score, confidence], index) => {
    const before = pairs[index - 1];
    return !before || (before[0] < score && before[1] <= confidence);
  });
  if (!rises) say(path, value, 'in ascending order');
  return pairs;
};

const readWeights: Read<Model['weights']> = (value, path, say) =>
  Object.fromEntries(entries(readSignal, (signal): Read<readonly [string, number]> => (...given) => [signal, readPoints(...given)], say)(value, path, say));

export const readModel: Read<Model> = record((field) => ({
  base: field('base', readPoints),
  weights: field('weights', readWeights),
  within: field('within', number(0, MAX_WITHIN, 0)),
  calibration: field('calibration', readCalibration, []),
  id: field('id', readName),
}));
