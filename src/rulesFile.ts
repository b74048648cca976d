/* eslint-disable -- made by `npm run schema` from docs/rules.schema.json; what is changed here is lost */

/** For people; furrow does not read it. Default: none. */
type WrittenNotes = string | readonly string[];

/** A BCP 47 tag: en, pt-BR. */
type WrittenLanguage = string;

/** The path of a page from /, without query. :name and * stand for one segment, a * at the end for whatever follows. */
type WrittenPath = `/${string}`;

/** A host name in lower case, without port. *. in front stands for whatever comes before. */
type WrittenHost = string;

/** A CSS selector; ' >>> ' enters an open shadow root. */
type WrittenSelector = string;

/** Lower-case words joined by -, at most 40 characters. */
type WrittenName = string;

/** A path, or the name of a page in places.pages. */
type WrittenPage = WrittenPath | WrittenName;

/** A time longer than nothing: a number and a unit, ms, s, m, h, d or w. */
type WrittenSpan = string;

/** Something that only your page can know; it tells with `furrow.signal('app:…')`. */
type WrittenAppEvent = `app:${string}`;

/** Whom it is about: a test of one attribute, a segment, or several of these put together, at most 8 deep and 100 tests altogether. */
type WrittenWho =
  | {
      readonly attribute: WrittenAttribute;
      /** It is this. */
      readonly is: WrittenValue;
    }
  | {
      readonly attribute: WrittenAttribute;
      /** It is something else, or not told. */
      readonly isNot: WrittenValue;
    }
  | {
      readonly attribute: WrittenAttribute;
      /** It is one of these. */
      readonly oneOf: readonly WrittenValue[];
    }
  | {
      readonly attribute: WrittenAttribute;
      /** It is none of these, or not told. */
      readonly noneOf: readonly WrittenValue[];
    }
  | {
      readonly attribute: WrittenAttribute;
      /** It is a number, this or more. */
      readonly atLeast: number;
    }
  | {
      readonly attribute: WrittenAttribute;
      /** It is a number, this or less. */
      readonly atMost: number;
    }
  | {
      readonly attribute: WrittenAttribute;
      /** It has been told, or has not. */
      readonly exists: boolean;
    }
  | {
      /** All of these hold. */
      readonly all: readonly WrittenWho[];
    }
  | {
      /** One of these holds, or more. */
      readonly any: readonly WrittenWho[];
    }
  | {
      /** This does not hold. */
      readonly not: WrittenWho;
    }
  | {
      /** A segment of `segments`. */
      readonly segment: WrittenName;
    };

/** Something that the page says of the visitor with `furrow.setAttributes`. It never leaves the page. */
type WrittenAttribute = string;

/** Text of at most 200 characters, a number, true or false. */
type WrittenValue = string | number | boolean;

/** A number and a unit: ms, s, m, h, d or w. */
type WrittenDuration = string;

/** A time of the day, from 00:00 to 24:00. */
type WrittenTime = string;

/** A day: year, month and day. */
type WrittenDate = string;

/** Plain text of at most 280 characters, or one per language. No HTML. */
type WrittenSentences =
  | string
  | Readonly<Record<string, string>>;

/** What was noticed. */
type WrittenSignalName =
  | (
      | 'rage-click'
      | 'dead-click'
      | 'slow-response'
      | 'dead-swipe'
      | 'blocked-action'
      | 'error-click'
      | 'error-loop'
      | 'thrashed-cursor'
      | 'key-mash'
      | 'zoom-struggle'
      | 'copy-struggle'
      | 'field-hesitation'
      | 'cta-hesitation'
      | 'field-churn'
      | 'validation-storm'
      | 'repeated-failure'
      | 'form-abandon'
      | 'workflow-abandon'
      | 'task-overrun'
      | 'tab-away'
      | 'quick-back'
      | 'page-loop'
      | 'undo-burst'
      | 'refresh-loop'
      | 'scroll-thrash'
      | 'scroll-hunt'
      | 'help-seek'
      | 'exit-intent'
      | 'slow-page'
      | 'long-wait'
      | 'net-failure'
      | 'broken-resource'
      | 'media-stall'
      | 'offline-action'
      | 'permission-denied'
    )
  | WrittenAppEvent;

/** What keeps the rule silent: exactly one of `while`, `signal`, `page` and `who`. */
type WrittenUnless =
  | {
      /** While the visitor, or the page, is in the middle of this. */
      readonly while: 'typing' | 'pointer-down' | 'scrolling' | 'dialog-open' | 'video-playing' | 'page-hidden' | 'offline' | 'element-hidden' | 'fullscreen';
      readonly note?: WrittenNotes;
    }
  | {
      /** After this signal. */
      readonly signal: WrittenSignalName;
      /** How long after it. */
      readonly within?: WrittenSpan;
      readonly note?: WrittenNotes;
    }
  | {
      /** On this page. */
      readonly page: WrittenPage;
      readonly note?: WrittenNotes;
    }
  | {
      /** For these visitors. */
      readonly who: WrittenWho;
      readonly note?: WrittenNotes;
    };

/** A button's words, at most 40 characters, or one per language. No HTML. */
type WrittenLabel =
  | string
  | Readonly<Record<string, string>>;

/** What tells that the visitor got through: exactly one of `event`, `signal`, `step` and `valid`. */
type WrittenResolved =
  | {
      /** An `app:` event of the page. */
      readonly event: WrittenAppEvent;
    }
  | {
      /** A signal, where it is a good sign. */
      readonly signal: WrittenSignalName;
    }
  | {
      /** A step of the rule's workflow, or of another, written `workflow/step`. */
      readonly step: string;
    }
  | {
      /** An element that the browser, or `aria-invalid`, no longer calls wrong. */
      readonly valid: WrittenName;
    };

/** A rules file as people write it; `rules/read.ts` checks what is given. */
export interface RulesFile {
  /** This schema, so that the editor completes and checks. Default: none. */
  readonly $schema?: string;
  /** Your own name of this file. Default: none. */
  readonly id?: string;
  /** Your own version of this file. Default: none. */
  readonly version?: string;
  /** The format of this file. There is one so far. */
  readonly format?: 1;
  readonly note?: WrittenNotes;
  /** Which languages every text should have. Default: those it has. */
  readonly locales?: WrittenLocales;
  /** Names for pages, elements and workflows. Default: none. */
  readonly places?: WrittenPlaces;
  /** Names for groups of visitors, each a `who`. Default: none. */
  readonly segments?: Readonly<Record<string, WrittenWho>>;
  /** How often a visitor may be offered help, over all rules together. Default: each limit's own. */
  readonly limits?: WrittenLimits;
  /** Times without help, for all rules. Default: none. */
  readonly quiet?: WrittenQuiet;
  /** Visits that never see any nudge, to compare with. Default: none. */
  readonly holdout?: WrittenHoldout;
  /** How far help comes forward. The first row that matches is the answer; what none matches is only watched. Default: furrow's own. */
  readonly policy?: readonly WrittenPolicyRow[];
  /** A model that refines the scores. Default: the rules alone. */
  readonly model?: WrittenModel;
  /** What to notice and how to help, 1 to 200 rules. */
  readonly rules: readonly WrittenRule[];
}

/** Which languages every text should have; for the editor and for `furrow lint`. */
interface WrittenLocales {
  /** The language of texts that are not translated. */
  readonly default: WrittenLanguage;
  /** The languages they should be in as well. Default: none. */
  readonly also?: readonly WrittenLanguage[];
}

/** Names for pages, elements and workflows, so that rules read like sentences and survive a redesign. */
interface WrittenPlaces {
  /** Name → page: where on the site it is. Default: none. */
  readonly pages?: Readonly<Record<string, WrittenPagePlace>>;
  /** Name → element: how it is found. A bare `data-furrow` name needs no entry. Default: none. */
  readonly elements?: Readonly<Record<string, WrittenElementPlace>>;
  /** Name → workflow: what visitors come to do, step by step. Default: none. */
  readonly workflows?: Readonly<Record<string, WrittenWorkflow>>;
}

/** A page. Several paths are one page. */
interface WrittenPagePlace {
  /** One path or several. */
  readonly path: WrittenPath | readonly WrittenPath[];
  /** Paths that are not meant, though `path` fits them. Default: none. */
  readonly notPath?: WrittenPath | readonly WrittenPath[];
  /** The hosts it stands on. Default: every host. */
  readonly host?: WrittenHost | readonly WrittenHost[];
}

/** An element. */
interface WrittenElementPlace {
  /** CSS selectors, tried in order; ` >>> ` enters an open shadow root. */
  readonly find: WrittenSelector | readonly WrittenSelector[];
  /** Where its help stands. Default: at the element itself. */
  readonly near?: WrittenSelector;
  /** Only numbers and flags are told of it, no words. */
  readonly private?: boolean;
}

/** What visitors come to do. */
interface WrittenWorkflow {
  /** Its steps, in their order. */
  readonly steps: readonly WrittenStep[];
  /** The page, or the `app:` event, that means it is done. Default: it is never done. */
  readonly done?: WrittenPage | WrittenAppEvent;
}

/** A step of a workflow. */
interface WrittenStep {
  /** Its name. */
  readonly id: WrittenName;
  /** The page it is on: a path, or the name of a page. */
  readonly page: WrittenPage;
  /** How long it usually takes. Default: nobody knows. */
  readonly typical?: WrittenSpan;
}

/** How often a visitor may be offered help. In the file: over all rules together. In a rule: of that rule, and what is left out is as in the file. Both hold. */
interface WrittenLimits {
  /** Nudges on one page load. */
  readonly perPage?: number;
  /** Nudges in one visit. */
  readonly perSession?: number;
  /** Nudges in 24 hours. */
  readonly perDay?: number;
  /** Nudges in seven days. Default: no limit. */
  readonly perWeek?: number;
  /** Nudges altogether, as far as the last 500 go that furrow remembers. Default: no limit. */
  readonly ever?: number;
  /** Least time between two nudges. */
  readonly gap?: WrittenDuration;
  /** Rest after the visitor closed one; it doubles with each further one. “Not now” rests for a day, or as long as its button says. */
  readonly afterDismiss?: WrittenDuration;
  /** A rule that was closed this often is over. When as many were closed within `afterDismiss`, of whatever rule, all rules rest. */
  readonly stopAfterDismissals?: number;
  /** Rest after the visitor took the help: a button of yours, or a person. */
  readonly afterHelped?: WrittenDuration;
}

/** Times without help. In the file: for all rules. In a rule: for that rule, and what is left out is as in the file. Both hold. */
interface WrittenQuiet {
  /** Hours of the day. Default: none. */
  readonly hours?: readonly WrittenHours[];
  /** The zone that hours and holidays are meant in, by its IANA name. Default: the visitor's own. */
  readonly timeZone?: string;
  /** Days on which only critical rules help. Default: none. */
  readonly holidays?: readonly WrittenDate[];
  /** Templates that may be shown all the same. Default: none. */
  readonly except?: readonly ('inline' | 'steps' | 'tooltip' | 'banner' | 'chat-invite')[];
  /** Nothing in the first seconds of a page. */
  readonly firstSeconds?: number;
}

/** Hours without help. When they end before they begin, they go over midnight and belong to the day on which they began. */
interface WrittenHours {
  /** When they begin. */
  readonly from: WrittenTime;
  /** When they end. */
  readonly to: WrittenTime;
  /** The days they begin on. Default: every day. */
  readonly days?: readonly ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[];
}

/** Visits that never see any nudge, so that it can be told what help is worth. */
interface WrittenHoldout {
  /** How many of a hundred visits. */
  readonly percent: number;
  /** A word; another one draws the visits anew. Default: none. */
  readonly salt?: string;
}

/** One row of the policy. Cells that are left out match everything. */
interface WrittenPolicyRow {
  /** How far the score is over what the rule needs: high from 20 points over it, else medium; low under it. */
  readonly risk?: 'low' | 'medium' | 'high' | 'any';
  /** What the rule says that it costs when a visitor fails. */
  readonly impact?: 'low' | 'medium' | 'high' | 'any';
  /** How sure it is, in words. */
  readonly confidence?: 'low' | 'medium' | 'high' | 'any';
  /** What the rule says of its urgency. */
  readonly urgency?: 'standard' | 'high' | 'critical' | 'immediate' | 'any';
  /** What to do. */
  readonly action: 'watch' | 'passive' | 'hint' | 'offer' | 'person';
  /** The most that may be shown, from the most modest on; a nudge that would be more is lowered to it. Default: what goes with the action. */
  readonly channel?: 'none' | 'chip' | 'inline' | 'steps' | 'tooltip' | 'banner' | 'chat-invite';
  /** Whether a person should look at such decisions afterwards; it stands in facts. */
  readonly review?: 'no' | 'optional' | 'yes';
}

/** A small additive model that refines the rules' scores. */
interface WrittenModel {
  /** Points without any signal. */
  readonly base: number;
  /** Signal → points for one fresh sighting of strength 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** The most by which it moves a score, up or down. */
  readonly within: number;
  /** Pairs `[score, confidence]` in ascending order, with straight lines between them. Default: the formula. */
  readonly calibration?: readonly (readonly [number, number])[];
  /** Says which data it was made from; it stands in facts. */
  readonly id: WrittenName;
}

/** One kind of trouble, and the help for it. */
interface WrittenRule {
  /** Its name in facts and explanations. No two rules have the same. */
  readonly id: WrittenName;
  /** What the rule is about, for people. Default: none. */
  readonly name?: string;
  readonly note?: WrittenNotes;
  /** Whom to ask: a team or a mailbox. Default: none. */
  readonly owner?: string;
  /** Whether it may speak. */
  readonly status?: 'draft' | 'watch' | 'live' | 'paused';
  /** The first day it helps, in the visitor's zone. Default: at once. */
  readonly from?: WrittenDate;
  /** The last day it helps. Default: for good. */
  readonly until?: WrittenDate;
  /** Who speaks where two rules could: the higher, then the one that stands first. */
  readonly priority?: 'low' | 'normal' | 'high';
  /** What it says. Rules, chats and mails that say the same share it, so that nobody hears it twice. Default: the rule's `id`. */
  readonly intent?: WrittenName;
  /** What it costs when a visitor fails here; for the `policy`. */
  readonly impact?: 'low' | 'medium' | 'high';
  /** How much it matters that help comes now. */
  readonly urgency?: 'standard' | 'high' | 'critical' | 'immediate';
  /** What “Why am I seeing this?” says beside what really happened. Default: furrow's own words. */
  readonly why?: WrittenSentences;
  /** Where it holds. Default: everywhere. */
  readonly where?: WrittenWhere;
  /** Whom it is about. Default: everybody. */
  readonly who?: WrittenWho;
  /** What counts. Default: every built-in signal with its own points. */
  readonly signals?: readonly WrittenSignal[];
  /** When to help. */
  readonly help?: WrittenHelp;
  /** What keeps it silent. Default: nothing. */
  readonly unless?: readonly WrittenUnless[];
  /** Limits of this rule. Default: as in the file. */
  readonly limits?: WrittenLimits;
  /** Quiet times of this rule. Default: as in the file. */
  readonly quiet?: WrittenQuiet;
  /** Several ways of helping, compared. Default: none. */
  readonly experiment?: WrittenExperiment;
  /** The help. Default: none; the rule only watches. */
  readonly nudge?: WrittenNudge;
  /** What tells that the visitor got through: the trouble is forgotten and the help goes away. Default: nothing. */
  readonly resolved?: readonly WrittenResolved[];
  /** What is offered where that did not do, one after the other. Default: nothing. */
  readonly then?: readonly WrittenThen[];
}

/** Where the rule holds. All that are given must hold. */
interface WrittenWhere {
  /** Pages by path or by name. Default: every page. */
  readonly page?: WrittenPage | readonly WrittenPage[];
  /** A workflow of `places.workflows`. Default: in a workflow or not. */
  readonly workflow?: WrittenName;
  /** Steps of the workflow. Default: each of them. */
  readonly step?: WrittenName | readonly WrittenName[];
  /** Elements of `places.elements`, or `data-furrow` names. Default: every element. */
  readonly element?: WrittenName | readonly WrittenName[];
  /** What the visitor points with. */
  readonly device?: 'any' | 'touch' | 'pointer';
}

/** One kind of trouble, or a good sign, and how much it counts. */
interface WrittenSignal {
  /** One of the [signals](signals.md), such as `rage-click`, or an `app:` event of the page. */
  readonly signal: WrittenSignalName;
  /** What one adds, times its strength. Negative points mean a good sign. Default: the signal's own. */
  readonly points?: number;
  /** After this time the points count half. */
  readonly fades?: WrittenSpan;
  /** Another element. Default: the rule's own. */
  readonly on?: WrittenName;
  /** How many sightings make one … */
  readonly atLeast?: number;
  /** … in how long. Then counting begins anew. Default: as long as `fades`. */
  readonly within?: WrittenSpan;
  /** Only what lasted this long, of signals that last. */
  readonly longerThan?: WrittenDuration;
  /** The most it adds altogether. A hesitation adds its points once: who takes time everywhere reads slowly or types with difficulty, and that is no trouble of the page. Default: `100`. */
  readonly max?: number;
  readonly note?: WrittenNotes;
}

/** When to help. The score and the confidence must both be reached. */
interface WrittenHelp {
  /** The score from which help is offered. */
  readonly score?: number;
  /** How sure it must be. */
  readonly confidence?: 'low' | 'medium' | 'high';
  /** How long the score must have stayed up. */
  readonly for?: WrittenDuration;
  /** How long the visitor must have rested. */
  readonly waitForPause?: WrittenDuration;
  /** How old the trouble may become while help waits for its moment; help that would come later does not come. */
  readonly waitAtMost?: WrittenDuration;
}

/** A comparison. A visit stays in its arm for as long as it lasts. */
interface WrittenExperiment {
  /** Its name; another one draws the visits anew. */
  readonly id: WrittenName;
  /** Percent of visits that are shown nothing, to compare with. */
  readonly control?: number;
  /** The variants, 2 to 4. */
  readonly variants: readonly WrittenVariant[];
}

/** One way of helping, among others. */
interface WrittenVariant {
  /** Its name in facts; not `control` or `holdout`. */
  readonly id: WrittenName;
  /** Percent of those who are not in control. The shares come to 100 together. */
  readonly share: number;
  /** Its own nudge. Default: the rule's. */
  readonly nudge?: WrittenNudge;
}

/** The help. */
interface WrittenNudge {
  /** What it looks like. */
  readonly template: 'inline' | 'steps' | 'tooltip' | 'banner' | 'chat-invite';
  /** The element it stands at. Default: the element in trouble. */
  readonly at?: WrittenName;
  /** Where a tooltip, or the card of a step, would rather stand. */
  readonly side?: 'auto' | 'top' | 'bottom' | 'start' | 'end';
  /** What it says: at most 280 characters of plain text, or one text per language. No HTML. */
  readonly title: WrittenSentences;
  /** What more it says. Default: nothing. */
  readonly body?: WrittenSentences;
  /** Up to three buttons. “Not now” (for an hour up to never), why and the way to close it are always there. Default: none. */
  readonly ctas?: readonly WrittenCall[];
  /** Of the template `steps`, which needs them: 2 to 5 things to look at or to do, one after the other. Default: none. */
  readonly steps?: readonly WrittenStepText[];
}

/** A button. */
interface WrittenCall {
  /** Its words. */
  readonly label: WrittenLabel;
  /** What it does. */
  readonly do: 'close' | 'snooze' | 'open-url' | 'focus-element' | 'app-event' | 'talk-to-human';
  /** For `open-url` an address that begins with `/`, `#`, `?`, `https://`, `http://`, `mailto:` or `tel:`; for `app-event` an event of yours; for `focus-element` an element. Default: none. */
  readonly target?: string;
  /** For `snooze`: how long. Default: `1d`. */
  readonly for?: WrittenSpan;
  /** How it looks. */
  readonly style?: 'plain' | 'primary';
}

/** One of the things that a nudge of the template `steps` shows one after the other. */
interface WrittenStepText {
  /** The element its card stands at. Default: where the nudge stands. */
  readonly at?: WrittenName;
  /** What it says, as the title of a nudge. */
  readonly title: WrittenSentences;
  /** What more it says. Default: nothing. */
  readonly body?: WrittenSentences;
}

/** What is offered where the first help did not do. It counts against the limits. */
interface WrittenThen {
  /** How long after the help before it. */
  readonly after: WrittenSpan;
  /** When. */
  readonly if?: 'still-struggling' | 'not-dismissed' | 'asked-for-more';
  /** Only for these visitors. Default: for all that the rule is for. */
  readonly only?: WrittenWho;
  /** The help. */
  readonly nudge: WrittenNudge;
}
