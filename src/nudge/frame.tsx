import type { VNode } from 'preact';
import { Card } from './Card';
import { Chip } from './Chip';
import type { Face } from './face';
import { type Form, isChip } from './surface';

export interface FrameOptions {
  readonly close: string;
  /** The visitor asked for the card, at its place. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Draws a face in the form it takes now. `up`: its place is above what can be seen. */
export function frame({ label, draw }: Face, form: Form, up: boolean, { close, onOpen, onClose }: FrameOptions): VNode {
  if (isChip(form)) return <Chip label={label} close={close} up={form === 'back' ? up : undefined} onOpen={onOpen} onClose={onClose} />;
  return <Card {...draw()} close={close} onClose={onClose} />;
}
