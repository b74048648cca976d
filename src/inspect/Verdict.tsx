import type { VNode } from 'preact';
import type { Decision } from '../types';
import { verdictOf } from './sentences';

const LOOKS = { speaking: 'verdict speaks', 'would speak': 'verdict would', silent: 'verdict' } as const;

/** Whether a rule speaks, in words beside its colour. */
export function Verdict({ decision, isOpen }: { readonly decision: Decision; readonly isOpen: boolean }): VNode {
  const verdict = verdictOf(decision, isOpen);
  return <span class={LOOKS[verdict]}>{verdict}</span>;
}
