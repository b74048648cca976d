const COLOURS = ['color', 'backgroundColor', 'borderTopColor'] as const;
/** Red is so much over green and blue: in the dark, bright and orange reds of the common design systems, not in their greys. */
const RED = 1.4;
/** The same in OKLCH, which browsers hand on as it was written: colourful enough, and the hue of red to orange. */
const LEAST_CHROMA = 0.05;
const HUES = [10, 45] as const;

/**
 * Whether a message is dressed as an error. An alert may as well say “Saved”, in any language; what pages agree on is that
 * errors are red. Reads styles: call it after the next paint.
 */
export function looksWrong(region: Element): boolean {
  return [region, region.firstElementChild ?? region].some((element) => {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    return COLOURS.some((colour) => isRed(style?.[colour] ?? ''));
  });
}

/** As browsers tell it: `rgb(…)`, `color(display-p3 …)`, `oklch(…)`, `oklab(…)`. Other ways to write a colour are taken for no red. */
function isRed(colour: string): boolean {
  const [, space = '', numbers = ''] = /^(\w+)\((?:[a-z][\w-]* )?(.*)\)/.exec(colour) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers.split(/[\s,/]+/).map(Number);
  const [chroma, hue] = space === 'oklab' ? [Math.hypot(second, third), (Math.atan2(third, second) * 180) / Math.PI] : [second, third];
  if (/^okl/.test(space)) return alpha > 0 && chroma > LEAST_CHROMA && hue > HUES[0] && hue < HUES[1];
  return alpha > 0 && /^(rgb|color)/.test(space) && first > RED * Math.max(second, third);
}
