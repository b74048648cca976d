/** Less is a tap whose finger slipped. */
const LEAST_PX = 30;

/**
 * A finger that goes across and is lifted: 1 for what comes next, -1 for what was before. The style leaves this direction to the page.
 * @param {HTMLElement} box
 * @param {(by: 1 | -1) => void} swiped
 */
export function onSwipe(box, swiped) {
  let from = 0;
  box.addEventListener('pointerdown', ({ clientX }) => (from = clientX));
  box.addEventListener('pointerup', ({ clientX, pointerType }) => {
    const across = clientX - from;
    if (pointerType !== 'touch' || Math.abs(across) < LEAST_PX) return;
    const forward = across < 0 === (document.dir !== 'rtl');
    swiped(forward ? 1 : -1);
  });
}
