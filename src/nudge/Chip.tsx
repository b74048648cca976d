import type { VNode } from 'preact';
import { Cross } from './Cross';

export interface ChipProps {
  readonly label: string;
  readonly close: string;
  /** Whether the way to the anchor is up; undefined where it can be seen. */
  readonly up: boolean | undefined;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

const UP = 'M8 13V3M4 7l4-4 4 4';
const DOWN = 'M8 3v10M4 9l4 4 4-4';
const QUESTION = 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14M6 6a2 2 0 1 1 3 2Q8 8 8 9M8 12v.01';

/** Help that waits to be asked for: says only that it is there, and opens on a press. */
export function Chip({ label, close, up, onOpen, onClose }: ChipProps): VNode {
  return (
    <section class="chip" part="chip" aria-label={label} dir="auto">
      <button type="button" class="open" onClick={onOpen}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d={up === undefined ? QUESTION : up ? UP : DOWN} /></svg>
        {label}
      </button>
      <Cross label={close} onPress={onClose} />
    </section>
  );
}
