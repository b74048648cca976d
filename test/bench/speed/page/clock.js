/**
 * Frames on the virtual clock, sixty a second. The browser draws sixty times in a real second, and a virtual minute takes
 * less than one: without this, whatever waits for a frame would wait for whole virtual seconds. The same for every contestant.
 */
{
  const FRAME_MS = 1000 / 60;
  window.requestAnimationFrame = (callback) => setTimeout(() => callback(performance.now()), FRAME_MS - (performance.now() % FRAME_MS));
  window.cancelAnimationFrame = (handle) => clearTimeout(handle);
}
