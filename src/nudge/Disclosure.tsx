import type { ComponentChildren, VNode } from 'preact';

export interface DisclosureProps {
  readonly id: string;
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** A button that opens what follows it, and closes it again. */
export function Disclosure({ id, label, open, onToggle, children }: DisclosureProps): VNode {
  return (
    <>
      <button type="button" class="more" aria-expanded={open} aria-controls={id} onClick={onToggle}>{label}</button>
      <div id={id} hidden={!open} ref={open ? reveal : null}>{children}</div>
    </>
  );
}

/** The row of the button above what it has opened. */
const ROW_PX = 52;

/** Where the card scrolls, what was opened would lie below its edge. Only the card is moved, never the page. */
function reveal(panel: Element | null): void {
  const card = panel?.closest('.scroll');
  if (!panel || !card) return;
  const [{ top, bottom }, edge] = [panel.getBoundingClientRect(), card.getBoundingClientRect()];
  card.scrollTop += Math.max(0, Math.min(bottom - edge.bottom, top - edge.top - ROW_PX));
}
