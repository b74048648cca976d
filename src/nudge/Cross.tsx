import type { VNode } from 'preact';

/** The × that closes. A drawing, so that nobody hears “multiplication sign”. */
export function Cross({ label, onPress }: { readonly label: string; readonly onPress: () => void }): VNode {
  return (
    <button type="button" class="close" aria-label={label} onClick={onPress}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
    </button>
  );
}
