import type { Detector, Purpose, SignalFamily } from '../types';

/** What a visitor allows. To notice is to notice some family: without one nothing is allowed, and without noticing neither. */
export interface Allowed {
  readonly purposes: readonly Purpose[];
  readonly families: readonly SignalFamily[];
}

const FAMILIES: readonly SignalFamily[] = ['pointer', 'forms', 'paths', 'page'];

/** The families of what can be noticed here. */
export function familiesOf(detectors: readonly Detector[] | undefined): readonly SignalFamily[] {
  return FAMILIES.filter((each) => !detectors || detectors.some(({ family }) => family === each));
}

/** What a receipt allows, of all that can be allowed. */
export function allowedOf(receipt: Partial<Allowed> | undefined, all: Allowed): Allowed {
  const { purposes = [], families = all.families } = receipt ?? {};
  const allowed = { purposes: all.purposes.filter((each) => purposes.includes(each)), families: all.families.filter((each) => families.includes(each)) };
  return purposes.includes('notice') && allowed.families.length ? allowed : { purposes: [], families: [] };
}

/** One thing is switched. The first is a yes to noticing, of every family unless it is one; without the last family there is nothing. */
export function switched({ purposes, families }: Allowed, name: Purpose | SignalFamily, on: boolean, all: Allowed): Allowed {
  const names = new Set<string>([...purposes, ...families, 'notice', name]);
  if (!on) names.delete(name);
  const left = all.families.filter((each) => names.has(each));
  return allowedOf({ purposes: all.purposes.filter((each) => names.has(each)), families: on && !left.length ? all.families : left }, all);
}
