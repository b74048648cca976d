import type { VNode } from 'preact';

/** Drawings on a field of 16 by 16. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  collapse: 'M4 8h8',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  light: 'M8 5.2a2.8 2.8 0 1 0 .01 0M8 1.8v.8M8 13.4v.8M1.8 8h.8M13.4 8h.8M3.6 3.6l.6.6M11.8 11.8l.6.6M12.4 3.6l-.6.6M4.2 11.8l-.6.6',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
} as const;

export function Icon({ of }: { readonly of: keyof typeof PATHS }): VNode {
  return <svg class={`icon ${of}`} viewBox="0 0 16 16" aria-hidden="true"><path d={PATHS[of]} /></svg>;
}
