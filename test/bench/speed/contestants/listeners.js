/** The floor: what it costs to be told of everything, and to count it. */
const TYPES = ['pointermove', 'pointerover', 'pointerdown', 'pointerup', 'click', 'keydown', 'input', 'change', 'focusin', 'scroll', 'wheel'];
const counts = new Map();
for (const type of TYPES) window.addEventListener(type, () => counts.set(type, (counts.get(type) ?? 0) + 1), { capture: true, passive: true });
performance.mark('ready');
