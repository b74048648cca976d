import type { ComponentChildren, VNode } from 'preact';
import { Cross } from './Cross';

export interface CardProps {
  readonly title: string;
  /** Above the title: which of how many steps this is. */
  readonly at?: string | undefined;
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The frame of everything that is said. The way out comes last for the keyboard and stands first for the eye. */
export function Card({ title, at, close, onClose, children }: CardProps): VNode {
  return (
    <section class="card" part="nudge" role="dialog" aria-labelledby="title" tabIndex={-1} dir="auto">
      <div class="scroll">
        {at && <p class="at">{at}</p>}
        <h2 id="title" part="title" tabIndex={-1}>{title}</h2>
        {children}
      </div>
      <Cross label={close} onPress={onClose} />
      <span class="arrow" />
    </section>
  );
}
