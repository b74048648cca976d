import type { VNode } from 'preact';
import { Cross } from './Cross';

export interface ChipProps {
  readonly label: string;
  readonly close: string;
  /** Whether the way to the anchor is up. */
  readonly up: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What stays of help while its anchor is out of sight: the way back, taken only on a click. */
export function Chip({ label, close, up, onBack, onClose }: ChipProps): VNode {
  return (
    <section class="chip" part="chip" aria-label={label} dir="auto">
      <button type="button" class="back" onClick={onBack}>
        {label}
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d={up ? 'M8 13V3M4 7l4-4 4 4' : 'M8 3v10M4 9l4 4 4-4'} /></svg>
      </button>
      <Cross label={close} onPress={onClose} />
    </section>
  );
}
