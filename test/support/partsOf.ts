import type { Files, Parts } from '../../src/parts';
import { wordFiles } from '../../src/words/files';

/** Those of furrow's parts that a test gives, each fetched as pages fetch it, and the words. */
export type GivenFiles = { readonly [Name in keyof Files]?: () => Promise<Files[Name]> };

/** Parts as a page has them; what is not given is not there. */
export function partsOf(files: GivenFiles): Parts {
  const all: GivenFiles = { ...wordFiles, ...files };
  return (name) => all[name]?.() ?? Promise.reject(new Error('not here'));
}
