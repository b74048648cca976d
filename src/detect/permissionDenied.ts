import type { Detector, PressKind } from '../types';

/** Asked by a press, a visitor has read and answered the browser's question by then. */
const ANSWER_MS = 30_000;
const STRENGTH = 0.5;

/** What pages ask for when something is pressed. */
const NAMES = ['geolocation', 'notifications', 'camera', 'microphone'] as const;

/**
 * Sees a visitor refuse what a press asked the browser for: their place, camera, microphone, or leave to notify.
 * Forgives questions that the page puts by itself. Nothing is asked, and nothing is patched: the browser tells of changes.
 */
export function permissionDenied(): Detector {
  return {
    name: 'permission-denied',
    family: 'page',
    start(watch, emit) {
      const { navigator } = watch.window;
      /** Kept, because a status that nobody holds tells nobody. */
      const held: PermissionStatus[] = [];
      let last: { readonly at: number; readonly target: WeakRef<Element>; readonly input: PressKind } | undefined;

      function follow(status: PermissionStatus): void {
        held.push(status);
        status.addEventListener('change', () => watch.attempt(() => { if (status.state === 'denied') tell(); }), { signal: watch.end });
      }

      function tell(): void {
        const target = last?.target.deref();
        if (!last || !target || watch.now() - last.at > ANSWER_MS || watch.ignored(target, 'permission-denied')) return;
        emit({ name: 'permission-denied', at: last.at, strength: STRENGTH, target, evidence: { input: last.input, ms: watch.now() - last.at } });
        last = undefined;
      }

      watch.onPress(({ at, target, kind }) => {
        // the first press is soon enough, and a page that nobody presses anything in asks for nothing
        // a browser that does not know a name refuses it, and has no such question
        if (!last && !held.length) for (const name of NAMES) navigator.permissions?.query({ name }).then(follow, () => undefined);
        last = { at, target: new WeakRef(target), input: kind };
      });
    },
  };
}
