import type { Aside, AsideAnswer, TakeAway } from '../parts';
import type { Decision, Page, Records } from '../types';
import type { AtGoodMoment } from './goodMoments';
import type { KnownIncident } from './incidents';

export interface KnownProblemsContext extends Pick<Page, 'after'> {
  readonly records: Pick<Records, 'read' | 'write'>;
  /** What is broken where the rule would help; undefined where all works. */
  brokenFor(rule: string): KnownIncident | undefined;
  isBroken(id: string): boolean;
  /** Where the help of a rule stands, and where an element of that name does. */
  anchorOf(rule: string): Element | undefined;
  find(name: string): Element | undefined;
  /** What shows it can be used from then on. */
  ready(): Promise<unknown>;
  /** Undefined where it cannot be said now. */
  aside(about: Pick<Aside, 'kind' | 'anchor' | 'text'>, answered: (answer: AsideAnswer) => void): TakeAway | undefined;
  readonly atGoodMoment: AtGoodMoment;
  /** The visitor has asked for a person: they hear only what they asked to hear. */
  isLeftAlone(): boolean;
  /** Decides once more about a rule. */
  again(rule: string): void;
  failed(cause: unknown): void;
}

export interface KnownProblems {
  /** Where only the incident keeps help back, the visitor is told of the incident instead; of each once. */
  consider(decision: Pick<Decision, 'rule' | 'held'>): void;
  /** It works again: those who wanted to know are told, once. */
  over(incident: KnownIncident): void;
}

/** An incident that the visitor was told of. */
interface Note {
  readonly id: string;
  /** They want to know when it works again. */
  readonly wants: boolean;
}

const KEY = 'incidents';

/** More than a page has broken in a year; the oldest are forgotten. */
const MAX_NOTES = 50;

/** Says what is known to be broken to those who meet it, and that it works again. What they were told and asked is kept on the device. */
export function createKnownProblems({ records, after, brokenFor, isBroken, anchorOf, find, ready, aside, atGoodMoment, isLeftAlone, again, failed }: KnownProblemsContext): KnownProblems {
  let isReady = false;
  let isComing = false;
  /** Of one at a time the visitor is told: two rules may be decided about in one go. */
  const standing = new Map<string, TakeAway>();
  /** What was last said to be over, by its id. */
  const ended = new Map<string, KnownIncident>();

  function noteOf(id: string): Note | undefined {
    return notesIn(records.read(KEY)).find((note) => note.id === id);
  }

  function note(id: string, wants?: boolean): void {
    const others = notesIn(records.read(KEY)).filter((note) => note.id !== id);
    records.write(KEY, [...others, ...(wants === undefined ? [] : [{ id, wants }])].slice(-MAX_NOTES));
  }

  function tell(rule: string, { id, text }: KnownIncident): void {
    const takeAway = said(aside, { kind: 'known', text, anchor: () => anchorOf(rule) }, (answer) => {
      standing.delete(id);
      if (answer === 'tell-me') note(id, true);
    });
    if (!takeAway) return;
    standing.set(id, takeAway);
    note(id, false);
  }

  return {
    consider({ rule, held: [first, more] }) {
      const broken = first?.code === 'incident' && !more ? brokenFor(rule) : undefined;
      if (!broken || standing.size || noteOf(broken.id) || isLeftAlone()) return;
      if (isReady) return tell(rule, broken);
      if (isComing) return;
      isComing = true;
      // decided once more when it can be said: by then the visitor may have begun to type, or have withdrawn
      ready().then(() => after(0, () => {
        isReady = true;
        again(rule);
      })).catch(failed).finally(() => (isComing = false));
    },
    over(incident) {
      const { id, places, text } = incident;
      standing.get(id)?.('resolved');
      if (!noteOf(id)?.wants) return noteOf(id) && note(id);
      const anchor = (): Element | undefined => places.map(find).find((element) => element);
      ended.set(id, incident);
      atGoodMoment(() => ended.get(id) === incident && !!noteOf(id)?.wants && !isBroken(id), () => {
        const isSaid = !!said(aside, { kind: 'works', text, anchor }, () => undefined);
        if (isSaid) note(id);
        return isSaid;
      });
    },
  };
}

/** Where it finds no place it is gone at once, and was not said. */
function said(aside: KnownProblemsContext['aside'], about: Parameters<typeof aside>[0], answered: (answer: AsideAnswer) => void): TakeAway | undefined {
  let isGone = false;
  const takeAway = aside(about, (answer) => {
    isGone ||= answer === 'gone';
    answered(answer);
  });
  return isGone ? undefined : takeAway;
}

/** Storage may hold anything; what is no note counts for nothing. */
function notesIn(found: unknown): readonly Note[] {
  return (Array.isArray(found) ? found : []).flatMap((note: unknown) => {
    const { id, wants }: Readonly<Record<string, unknown>> = typeof note === 'object' ? { ...note } : {};
    return typeof id === 'string' ? { id, wants: wants === true } : [];
  });
}
