import type { Detector, Off } from '../types';
import { innermost } from '../watch/innermost';

/** A pause that a visitor notices. */
const STALL_MS = 2000;
/** Once is the network; twice within a minute is a film that cannot be watched. */
const TIMES = 2;
const WITHIN_MS = 60_000;
/** One that lasts this long need not come again. */
const LONG_MS = 10_000;
const STRENGTH = 0.5;
const LONG_STRENGTH = 0.6;
const PER_EXTRA = 0.1;
const MOST_STRENGTH = 0.8;
/** When it stopped. */
type Times = readonly number[];

/**
 * Sees a film or a sound stop to load while it should play. Forgives jumping to another place, pauses, pages that are not
 * seen, and films that are decoration (silent, endless, without controls).
 */
export function mediaStall(): Detector {
  return {
    name: 'media-stall',
    family: 'page',
    start(watch, emit) {
      const stalls = new WeakMap<Element, Times>();
      const waiting = new WeakMap<Element, Off>();

      function goOn(event: Event): void {
        const media = innermost(event);
        if (media) waiting.get(media)?.();
      }

      function wait(media: HTMLMediaElement): void {
        const at = watch.now();
        waiting.get(media)?.();
        waiting.set(media, watch.after(STALL_MS, () => {
          const times = [...(stalls.get(media) ?? []).filter((each) => at - each < WITHIN_MS), at];
          stalls.set(media, times);
          tell(media, times, STRENGTH + PER_EXTRA * (times.length - TIMES));
          waiting.set(media, watch.after(LONG_MS - STALL_MS, () => tell(media, times, LONG_STRENGTH)));
        }));
      }

      function tell(media: HTMLMediaElement, times: Times, strength: number): void {
        const [at = 0] = times;
        if (strength < STRENGTH || media.paused || !media.isConnected || watch.window.document.hidden || watch.ignored(media, 'media-stall')) return;
        emit({ name: 'media-stall', at, strength: Math.min(MOST_STRENGTH, strength), target: media, evidence: { count: times.length, ms: watch.now() - (times.at(-1) ?? at) } });
      }

      watch.on('waiting', (event) => {
        const media = innermost(event);
        if (isMedia(media) && !media.seeking && !(media.muted && media.loop && !media.controls)) wait(media);
      });
      for (const type of ['playing', 'pause', 'seeking', 'ended', 'emptied'] as const) watch.on(type, goOn);
    },
  };
}

function isMedia(element: Element | undefined): element is HTMLMediaElement {
  return !!element && 'seeking' in element;
}
