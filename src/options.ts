import type { Options } from './types';

/** The options of a script tag: its `data-` attributes. */
export function optionsOfTag({ dataset }: HTMLElement): Options {
  return { ...dataset };
}
