import type { Experiment, NudgeText, Variant } from '../types';
import { readName } from './forms';
import { list, number, record, type Read } from './shape';

/** Arms that every experiment may have, and no variant may be called. */
const TAKEN = ['control', 'holdout'];

/** Most of the visitors may be left without help for a while, but not all of them. */
const MAX_CONTROL_PERCENT = 90;

/** Thirds cannot be written exactly. */
const NEARLY_PERCENT = 0.1;

const readVariantId: Read<string> = (value, path, say) => {
  const id = readName(value, path, say);
  if (TAKEN.includes(id)) say(path, value, 'free; it has a meaning of its own');
  return id;
};

/** A comparison, with a share for each variant. */
export function experimentReader(readNudge: Read<NudgeText>): Read<Experiment> {
  const readAll = list(record((field): Variant => ({ id: field('id', readVariantId), share: field('share', number(0, 100, 0)), nudge: field('nudge', readNudge, undefined) })), 4, 2);
  const readVariants: Read<readonly Variant[]> = (value, path, say) => {
    const variants = readAll(value, path, say);
    const sum = variants.reduce((shares, { share }) => shares + share, 0);
    if (variants.length > 1 && Math.abs(sum - 100) > NEARLY_PERCENT) say(path, sum, '100, which the shares must come to together');
    if (new Set(variants.map(({ id }) => id)).size < variants.length) say(path, value, 'a list of variants with an id each');
    return variants;
  };
  return record((field) => ({
    id: field('id', readName),
    control: field('control', number(0, MAX_CONTROL_PERCENT, 0), 0),
    variants: field('variants', readVariants),
  }));
}
