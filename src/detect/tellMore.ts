import type { Amend, Emit, Sighting } from '../types';

/** Tells a trouble the first time, and from then on more about the same one. */
export function tellMore(emit: Emit, amend: Amend | undefined, sighting: Sighting): Amend {
  if (!amend) return emit(sighting);
  const { strength, evidence = {} } = sighting;
  amend({ strength, evidence });
  return amend;
}
