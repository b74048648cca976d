import type { Quiet } from '../types';
import { handsHeld } from './hands';
import type { Here } from './here';
import type { Watched } from './moment';
import { ownQuietAt, quietAt } from './quiet';

/** As long as help waits for the hands to rest where its rule says nothing else. */
const PAUSE_MS = 1000;

const BUSY: readonly Watched[] = ['typing', 'dialog-open', 'video-heard', 'page-hidden', 'fullscreen'];

/** Whether something may be said now of which no rule says when: never in the middle of something, never to who wants no help, never when it is quiet. */
export function isGoodMoment(here: Here, quiet: Quiet): boolean {
  const { now, purposes, host, doing, standing } = here;
  return purposes.includes('help') && host.level !== 'none' && standing === undefined && now >= quiet.firstMs
    && !BUSY.some((each) => doing.has(each)) && !handsHeld(here, PAUSE_MS).length
    && !host.holds.length && !ownQuietAt(host, here) && !quietAt(quiet, { ...here, isCritical: false, template: undefined });
}
