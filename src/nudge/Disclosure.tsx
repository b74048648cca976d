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
      <div id={id} hidden={!open}>{children}</div>
    </>
  );
}
