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

function isRed(colour: string): boolean {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (colour.startsWith('oklch')) return alpha > 0 && green > LEAST_CHROMA && blue > HUES[0] && blue < HUES[1];
  return alpha > 0 && red > RED * Math.max(green, blue);
}
