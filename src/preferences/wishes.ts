import type { Basis, PersonLevel, Preferences } from '../types';

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

/** As they are kept. Storage may hold anything; what is not understood counts as not said. */
export function wishesOf(kept: unknown): Wishes {
  const { level, quiet, timeZone, channels, basis, keepDays, ...flags }: Partial<Record<keyof Preferences, unknown>> = Object(kept);
  return {
    level: LEVELS.find((each) => each === level) ?? 'all',
    quiet: Array.isArray(quiet) ? quiet.filter(isHours) : [],
    timeZone: typeof timeZone === 'string' ? timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    channels: among(CHANNELS, channels),
    basis: Array.isArray(basis) ? among(BASES, basis) : ['own'],
    keepDays: KEEP_DAYS.find((each) => each === keepDays) ?? 0,
    predictive: flags.predictive === true,
    administrators: flags.administrators === true,
    training: flags.training === true,
  };
}

/** What is wanted otherwise than before, and no more: what the host has set besides stays as it was. */
export function changesOf(before: Wishes, after: Wishes): Preferences {
  const now = new Map(Object.entries(after));
  return Object.fromEntries(Object.entries(before).flatMap(([name, was]) => (JSON.stringify(was) === JSON.stringify(now.get(name)) ? [] : [[name, now.get(name)]])));
}

/** Whether quiet hours can be kept: both are told, and they differ. */
export function isHours(hours: unknown): hours is Hours {
  const { from, to }: Partial<Record<keyof Hours, unknown>> = Object(hours);
  return isClock(from) && isClock(to) && from !== to;
}

export function toggled<Name>(all: readonly Name[], some: readonly Name[], name: Name, on: boolean): readonly Name[] {
  return all.filter((each) => (each === name ? on : some.includes(each)));
}

function isClock(value: unknown): value is string {
  return typeof value === 'string' && /^\d\d:\d\d$/.test(value);
}

function among<Name>(all: readonly Name[], given: unknown): readonly Name[] {
  return Array.isArray(given) ? all.filter((each) => given.includes(each)) : [];
}
