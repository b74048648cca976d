import type { Watch } from '../types';

/** What went wrong longer ago is not what the visitor acts upon now. */
const LATELY_MS = 60_000;

/** Whether something that the visitor did has lately come to nothing: a press that failed, or that nothing answered. */
export function watchFriction(watch: Watch): () => boolean {
  let at = -Infinity;
  watch.onFailure(({ press }) => { if (press) at = watch.now(); });
  watch.onPress((press) => {
    if (press.excused || !/effectful|stateful|blocked/.test(press.control)) return;
    watch.onSettled(press, ({ alive, unknown }) => { if (!alive && !unknown) at = watch.now(); });
  });
  return () => watch.now() - at < LATELY_MS;
}
