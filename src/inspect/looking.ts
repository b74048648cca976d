/** Scores fade slowly; what comes in a hurry comes as an event. */
const LOOK_MS = 1000;

/** Looks once a second, and soon after each event: once for all that comes before the next paint, and never twice at a time. */
export function createLooking(window: Window, look: () => Promise<void>): { soon(): void; end(): void } {
  const timer = window.setInterval(start, LOOK_MS);
  let looking = false;
  let frame = 0;

  function start(): void {
    if (looking || window.document.hidden) return;
    looking = true;
    void look().finally(() => (looking = false));
  }

  return {
    soon() {
      window.cancelAnimationFrame(frame);
      frame = window.requestAnimationFrame(start);
    },
    end() {
      window.clearInterval(timer);
      window.cancelAnimationFrame(frame);
    },
  };
}
