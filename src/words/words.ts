import type { Answer, Basis, BuiltInSignal, PersonLevel, Purpose, SignalFamily } from '../types';

/**
 * What furrow itself says to visitors, in one language. Each language is a folder and each surface a file in it, fetched when it is
 * shown. `{at}` is the label of a place, `{n}` a count, `{s}` seconds, `{min}` minutes, `{what}` and `{step}` names the host chose;
 * `{n, plural, one {…} other {…}}` chooses by the language's own rules for numbers (`Intl.PluralRules`).
 */
export interface Words {
  readonly prompt: PromptWords;
  readonly nudge: NudgeWords;
  readonly why: WhyWords;
  readonly preferences: PreferencesWords;
}

/** The question for consent. */
export interface PromptWords {
  readonly lang: string;
  readonly title: string;
  /** What a yes is for. */
  readonly ask: string;
  /** What never happens, whatever the answer. */
  readonly never: string;
  /** Said when nothing leaves the browser. */
  readonly stays: string;
  /** Said when facts are sent. */
  readonly leaves: string;
  readonly allow: string;
  readonly refuse: string;
  readonly close: string;
  readonly more: string;
  /** One line for each purpose, at most twelve words. */
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** Stands under the purposes. */
  readonly back: string;
  /** Where the visitor once said yes to something else; what is new stands under it. */
  readonly changed: string;
  /** Where things are kept. */
  readonly storage: Readonly<Record<'local' | 'session' | 'memory', string>>;
  /** Who gets what is sent, and for how many days (`{n}`); `unlimited` where the page does not say. */
  readonly recipient: string;
  readonly retention: string;
  readonly unlimited: string;
}

/** Help, as it comes. */
export interface NudgeWords {
  readonly lang: string;
  /** Leads to the reasons. */
  readonly why: string;
  /** Leads to what “not now” can mean. */
  readonly notNow: string;
  readonly snooze: Readonly<Record<'hour' | 'today' | 'week' | 'here' | 'never' | 'mute', string>>;
  /** Leads to the preference centre. */
  readonly settings: string;
  readonly human: string;
  readonly steps: Readonly<Record<'at' | 'next' | 'previous' | 'done', string>>;
  readonly close: string;
  readonly helpFor: string;
  /** Told to screen readers after the title: how to get here. */
  readonly pressTab: string;
  readonly isLast: string;
  /** Puts a label in quotes. */
  readonly quote: string;
}

/** What can be said to have happened: a signal, or a signal of which more is known. */
export type Reason = BuiltInSignal | 'rage-click dead' | 'rage-click errors' | 'field-hesitation button' | 'copy-struggle error' | 'app';

/** What is said beside help, and of it when somebody asks. */
export interface WhyWords {
  readonly lang: string;
  /** What happened, as one sentence each. */
  readonly reasons: Readonly<Record<Reason, string>>;
  /** What it took, in points and in certainty; `{what}` is one of the three after it: all reasons, or the first ones. */
  readonly tooLow: string;
  readonly unsure: string;
  readonly that: string;
  readonly firstOne: string;
  readonly firstOnes: string;
  /** Stands under the reasons. */
  readonly unkept: string;
  /** For places that have no label. */
  readonly spot: string;
  readonly field: string;
  /** What the visitor sees before a chat opens. */
  readonly handover: Readonly<Record<'title' | 'note' | 'page' | 'place' | 'remove' | 'putBack' | 'open' | 'opening' | 'unreachable' | 'contact' | 'wait' | 'call' | 'back', string>>;
  /** Something is known to be broken; or works again. */
  readonly known: Readonly<Record<'title' | 'body' | 'tellMe' | 'willTell' | 'works' | 'retry', string>>;
  readonly helpful: Readonly<Record<'ask' | 'yes' | 'no' | 'thanks', string>>;
}

/** The preference centre. `{date}` and `{until}` are days, `{n}` a number of days, `{what}` a list of names. */
export interface PreferencesWords {
  readonly lang: string;
  readonly title: string;
  readonly close: string;
  readonly on: string;
  readonly off: string;
  readonly save: string;
  readonly saved: string;
  readonly unsaved: string;
  /** Saved, but not by the browser. */
  readonly unkept: string;
  readonly failed: string;
  readonly human: string;
  /** What the visitor, or their browser, has answered. */
  readonly status: Readonly<Record<Answer | 'unknown', string>>;
  /** What each line of the notice is called, and what it may say. */
  readonly notice: Readonly<Record<'for' | 'seen' | 'never' | 'kept' | 'sent' | 'nobody' | 'days' | 'unstated' | 'how' | 'fit' | 'score' | 'noScore', string>>;
  readonly storage: Readonly<Record<'local' | 'session' | 'memory', string>>;
  readonly allowed: string;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly families: Readonly<Record<SignalFamily, string>>;
  /** Says what rests on what. */
  readonly needs: Readonly<Record<'notice' | 'help', string>>;
  /** Help that comes by itself. */
  readonly alerts: Readonly<Record<'title' | 'offer' | 'quiet' | 'from' | 'to' | 'zone' | 'wrong', string>>;
  readonly levels: Readonly<Record<PersonLevel, string>>;
  readonly channels: Readonly<Record<'email' | 'sms' | 'push', string>>;
  readonly personal: string;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly keep: string;
  /** By days; 0 is as long as the visitor allows. */
  readonly days: Readonly<Record<30 | 90 | 365 | 0, string>>;
  readonly insights: Readonly<Record<'title' | 'predictive' | 'administrators', string>>;
  readonly data: Readonly<Record<'title' | 'view' | 'export' | 'delete' | 'stop' | 'training' | 'third' | 'asked' | 'askedThere' | 'yes' | 'deleted' | 'stopped' | 'exported', string>>;
  /** What everything is called that is held. */
  readonly held: Readonly<Record<'receipt' | 'records' | 'signals' | 'scores' | 'decisions' | 'waiting', string>>;
  readonly past: Readonly<Record<'title' | 'none' | 'helpful' | 'yes' | 'no' | 'thanks' | 'silenced' | 'revive' | 'revived', string>>;
}
