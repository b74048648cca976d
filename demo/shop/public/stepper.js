import { all, one } from './find.js';

/**
 * Brings a stepper to life. Fast honest clicks, each of which is answered.
 * @param {Element} stepper
 * @param {(count: number) => void} changed
 */
export function bindStepper(stepper, changed, count = 1) {
  const output = one('output', HTMLOutputElement, stepper);
  output.value = String(count);
  for (const button of all('button', HTMLButtonElement, stepper)) {
    button.addEventListener('click', () => {
      count = Math.max(1, Math.min(99, count + Number(button.dataset.by)));
      output.value = String(count);
      changed(count);
    });
  }
}
