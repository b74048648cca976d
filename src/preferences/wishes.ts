import type { Basis, PersonLevel, Preferences } from '../types';
import { fieldsOf } from './fieldsOf';

/** What a visitor wants, each with its default. */
export type Wishes = Required<Preferences>;

export type Hours = Wishes['quiet'][number];

export const LEVELS: readonly PersonLevel[] = ['all', 'important', 'critical', 'none'];
export const CHANNELS = ['email', 'sms', 'push'] as const;
export const BASES: readonly Basis[] = ['own', 'team', 'similar'];
/** 0 is as long as the visitor allows. */
export const KEEP_DAYS = [30, 90, 365, 0] as const;

/** Offered when quiet hours are switched on: from the evening to the morning. */
export const NIGHT: Hours = { from: '20:00', to: '08:00' };

/** As they are kept. Storage may hold anything; what is of another kind than it should be counts as not said. */
export function wishesOf(kept: unknown): Wishes {
  const wishes: Wishes = {
    level: 'all', quiet: [], timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, channels: [], basis: ['own'], keepDays: 0, predictive: false, administrators: false, training: false,
  };
  const kinds = new Map(Object.entries(wishes).map(([name, value]) => [name, kindOf(value)]));
  return { ...wishes, ...Object.fromEntries(Object.entries(fieldsOf(kept)).filter(([name, value]) => kinds.get(name) === kindOf(value))) };
}

/** What is wanted otherwise than before, and no more: what the host has set besides stays as it was. */
export function changesOf(before: Wishes, after: Wishes): Preferences {
  const was = new Map(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(value, was.get(name))));
}

/** Quiet hours can be kept when both are told, and they differ. */
export function isHours({ from, to }: Hours): boolean {
  return !!from && !!to && from !== to;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Those of all that are in the list, with the name or without it. */
export function toggled<Name>(all: readonly Name[], list: readonly Name[], name: Name, on: boolean): readonly Name[] {
  return all.filter((each) => (each === name ? on : list.includes(each)));
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
