/**
 * Frames on the virtual clock, sixty a second, each with its callbacks and then its layout, as a browser does it. The browser's own come
 * sixty in a real second, and a virtual minute takes less than one: whoever waits for a frame would wait for virtual seconds, and
 * whoever reads layout would always come first after a change. The same for every contestant, and nobody's time but the page's.
 */
{
  const FRAME_MS = 1000 / 60;
  /** @type {Map<number, FrameRequestCallback>} */
  let asked = new Map();
  let last = 0;

  window.requestAnimationFrame = (callback) => {
    asked.set(++last, callback);
    return last;
  };
  window.cancelAnimationFrame = (handle) => void asked.delete(handle);

  const frame = () => {
    setTimeout(frame, FRAME_MS);
    const due = asked;
    asked = new Map();
    for (const callback of due.values()) {
      try {
        callback(performance.now());
      } catch (error) {
        reportError(error);
      }
    }
    document.documentElement.getBoundingClientRect();
  };
  frame();
}
