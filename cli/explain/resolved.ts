import type { Resolved, Rule } from '../../src/types';
import { or } from '../words';
import { one } from './signals';

/** What tells that the visitor got through. */
export function resolvedWords({ resolved }: Rule): readonly string[] {
  return resolved.length ? [`It is over when ${or(resolved.map(done))}.`] : [];
}

function done(resolved: Resolved): string {
  if (resolved.kind === 'signal') return `${one(resolved.signal)} comes`;
  if (resolved.kind === 'valid') return `“${resolved.element}” is valid`;
  const [workflow = '', step = ''] = resolved.step.split('/');
  return `the visitor reaches “${step}” in “${workflow}”`;
}
