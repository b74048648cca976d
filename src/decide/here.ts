import type { Bar, NudgeText, Purpose, ReasonCode, Rule, Rules, Score, SignalName } from '../types';
import type { HostState } from './host';
import type { Past } from './ledger';
import type { Clocks } from './localTime';
import type { Moment, Watched } from './moment';

/** How soon to look again for what ends without a word. */
export const LOOK_AGAIN_MS = 1000;

/** Everything about the page and the visitor now that a decision needs. */
export interface Here {
  /** Page time in ms. */
  readonly now: number;
  /** Unix time in ms. */
  readonly wallMs: number;
  /** The visitor's time zone, an IANA name; undefined is the machine's. */
  readonly zone: string | undefined;
  /** Clocks that are made already. */
  readonly clocks?: Clocks;
  /** Every page pattern and page name of the rules that matches. */
  readonly pages: readonly string[];
  /** `workflow/step` for each workflow step the visitor stands in. */
  readonly steps: readonly string[];
  readonly device: 'touch' | 'pointer';
  /** What the visitor has agreed to. */
  readonly purposes: readonly Purpose[];
  /** The key of the visit, by which arms are drawn. */
  readonly visit: string;
  readonly host: HostState;
  readonly moment: Moment;
  /** What the page and the visitor are in the middle of. */
  readonly doing: Pick<ReadonlySet<Watched>, 'has'>;
  /** The rule whose nudge is open, or about to open. */
  readonly standing: string | undefined;
  /** When a signal was last told, in page time. */
  lastAt(name: SignalName): number | undefined;
}

/** Where a nudge would stand. */
export interface Place {
  /** It is on the page, and cannot be seen. */
  readonly isHidden: boolean;
  /** It is in a dialog of the page that is open. */
  isInDialog?(): boolean;
}

/** What a decision is asked about. */
export interface Asked {
  readonly rule: Rule;
  readonly rules: Pick<Rules, 'limits' | 'quiet' | 'holdout' | 'policy' | 'segments'>;
  readonly score: Score;
  /** When the score reached what the rule needs, and whether the rule has spoken since. */
  readonly bar: Bar;
  /** 0 is the rule's own help; 1 and 2 are what comes `then`, asked for at `since` (page time). */
  readonly stage: number;
  readonly since: number | undefined;
  readonly here: Here;
  /** What would be shown: the variant's, the stage's or the rule's own. */
  readonly nudge: NudgeText | undefined;
  /** `control` or a variant of the rule's experiment. */
  readonly arm: string | undefined;
  /** What was shown and answered before; read only where help is due. */
  past(): Past;
  /** Where the nudge would stand; undefined where its element is not on the page. */
  place(): Place | undefined;
}

/** Why a gate holds, for people, and until when (Unix time in ms) where it ends by itself. */
export interface Reason {
  readonly code: ReasonCode;
  readonly because: string;
  readonly until?: number | undefined;
}
