import type { Detector, Purpose, Receipt, SignalFamily } from '../types';

/** What a visitor allows. To notice is to notice some family: one is empty when the other lacks `notice`, and nothing goes without it. */
export interface Allowed {
  readonly purposes: readonly Purpose[];
  readonly families: readonly SignalFamily[];
}

const NOTHING: Allowed = { purposes: [], families: [] };

const FAMILIES: readonly SignalFamily[] = ['pointer', 'forms', 'paths', 'page'];

/** The families of what can be noticed here. */
export function familiesOf(detectors: readonly Detector[] | undefined): readonly SignalFamily[] {
  return detectors ? FAMILIES.filter((each) => detectors.some(({ family }) => family === each)) : FAMILIES;
}

/** What a receipt allows, of all that can be allowed. */
export function allowedOf(receipt: Pick<Receipt, 'purposes' | 'families'> | undefined, all: Allowed): Allowed {
  const { purposes = [], families = all.families } = receipt ?? {};
  return kept({ purposes: both(all.purposes, purposes), families: purposes.includes('notice') ? both(all.families, families) : [] });
}

/** One purpose is switched. Noticing is noticing everything, until the visitor leaves a family out. */
export function withPurpose(allowed: Allowed, purpose: Purpose, on: boolean, all: Allowed): Allowed {
  const purposes = all.purposes.filter((each) => (each === purpose ? on : allowed.purposes.includes(each)));
  return kept({ purposes, families: purpose !== 'notice' ? allowed.families : on ? all.families : [] });
}

/** One family is switched. The first one is a yes to noticing, and without the last one there is none. */
export function withFamily(allowed: Allowed, family: SignalFamily, on: boolean, all: Allowed): Allowed {
  const families = all.families.filter((each) => (each === family ? on : allowed.families.includes(each)));
  return kept({ purposes: on ? both(all.purposes, ['notice', ...allowed.purposes]) : allowed.purposes, families });
}

export function isSame(one: Allowed, other: Allowed): boolean {
  return `${one.purposes.join()};${one.families.join()}` === `${other.purposes.join()};${other.families.join()}`;
}

function kept(allowed: Allowed): Allowed {
  return allowed.families.length && allowed.purposes.includes('notice') ? allowed : NOTHING;
}

function both<Name>(all: readonly Name[], some: readonly Name[]): readonly Name[] {
  return all.filter((each) => some.includes(each));
}
