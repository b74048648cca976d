import type { Rehearsal } from '../parts';
import type { Channel, Receipt } from '../types';
import type { Corner } from './dock';
import type { Known } from './known';
import type { Scheme } from './nudgeScheme';

/** In the order in which they stand. */
export const TABS = ['now', 'signals', 'problems'] as const;

export type Tab = (typeof TABS)[number];

/** What a product person wants to see a nudge as. */
export interface Wish {
  readonly stage: number;
  /** Empty: the rule's own, the page's language, the policy's channel. */
  readonly variant: string;
  readonly locale: string;
  readonly channel: Channel | '';
  readonly scheme: Scheme;
}

/** What of the overlay is to be seen. */
export interface View {
  readonly open: boolean;
  readonly corner: Corner;
  readonly scheme: Scheme;
  readonly tab: Tab;
  /** The rule whose reasons are shown; undefined is the list of all. */
  readonly rule: string | undefined;
  /** Every place where there was trouble is marked on the page. */
  readonly marked: boolean;
  /** The signal that is pointed at, by its number. */
  readonly pointed: number | undefined;
  readonly wish: Wish;
  /** What became of the last copying. */
  readonly copied: 'no' | 'yes' | 'refused';
  /** What takes the focus when it is drawn for the first time: whoever pressed something is not sent away. */
  readonly focus: string;
}

/** What can be done in the overlay. */
export interface Acts {
  see(change: Partial<View>): void;
  grant(): void;
  withdraw(): void;
  rehearse(rehearsal: Rehearsal): void;
  copy(text: string): void;
  close(): void;
  grab(event: PointerEvent): void;
  /** The handle was pressed; to the end of a drag that means nothing. */
  move(event: MouseEvent): void;
}

/** What every part of the overlay is drawn from. */
export interface Drawn {
  readonly known: Known;
  readonly view: View;
  readonly acts: Acts;
  readonly receipt: Receipt | undefined;
  /** Page time. */
  readonly now: number;
}
