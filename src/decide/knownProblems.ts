import type { Aside, AsideAnswer, TakeAway } from '../parts';
import type { Decision, Off, Page, Records } from '../types';
import type { AtGoodMoment } from './goodMoments';
import { createIncidentNotes } from './incidentNotes';
import type { KnownIncident } from './incidents';

export interface KnownProblemsContext extends Pick<Page, 'after'> {
  readonly records: Pick<Records, 'read' | 'write'>;
  /** What is broken where the rule would help; undefined where all works. */
  brokenFor(rule: string): KnownIncident | undefined;
  /** What the host says is broken now. */
  incidentOf(id: string): KnownIncident | undefined;
  /** Unix time in ms. */
  wall(): number;
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

/** As late as the end of an incident is noticed where it was moved, or the machine slept. */
const LOOK_MS = 60_000;

/** Says what is known to be broken to those who meet it, and that it works again. What they were told and asked is kept on the device. */
export function createKnownProblems({ records, after, wall, brokenFor, incidentOf, anchorOf, find, ready, aside, atGoodMoment, isLeftAlone, again, failed }: KnownProblemsContext): KnownProblems {
  const notes = createIncidentNotes(records, wall);
  let isReady = false;
  let isComing = false;
  /** Of one at a time the visitor is told: two rules may be decided about in one go. */
  const standing = new Map<string, TakeAway>();
  /** What the visitor was told of in this page, by its id. */
  const met = new Map<string, KnownIncident>();
  let off: Off | undefined;
  /** What was last said to be over, by its id. */
  const ended = new Map<string, KnownIncident>();

  function tell(rule: string, incident: KnownIncident): void {
    const { id, text, until } = incident;
    const takeAway = said(aside, { kind: 'known', text, anchor: () => anchorOf(rule) }, (answer) => {
      standing.delete(id);
      if (answer === 'tell-me') notes.keep({ id, until: notes.of(id)?.until ?? until, wants: true });
    });
    if (!takeAway) return;
    standing.set(id, takeAway);
    met.set(id, incident);
    notes.keep({ id, until, wants: false });
    waitForEnds();
  }

  /** What the host has moved the end of ends then; what has ended by itself is over as if the host had said so. */
  function look(): void {
    for (const note of notes.all()) {
      const { id, until } = note;
      const broken = incidentOf(id);
      if (broken) {
        ended.delete(id);
        if (broken.until !== until) notes.keep({ ...note, until: broken.until });
      } else if (until <= wall() && !ended.has(id)) {
        over({ id, until, places: met.get(id)?.places ?? [] });
      }
    }
    waitForEnds();
  }

  function waitForEnds(): void {
    off?.();
    const now = wall();
    const leftMs = notes.all().map(({ until }) => until - now).filter((ms) => ms > 0);
    off = leftMs.length ? after(Math.min(LOOK_MS, ...leftMs), look) : undefined;
  }

  function over(incident: KnownIncident): void {
    const { id, places, text } = incident;
    const wants = (): boolean => !!notes.of(id)?.wants;
    standing.get(id)?.('resolved');
    if (!wants()) return notes.of(id) && notes.forget(id);
    const anchor = (): Element | undefined => places.map(find).find((element) => element);
    ended.set(id, incident);
    atGoodMoment(() => ended.get(id) === incident && wants() && !incidentOf(id), () => {
      const isSaid = !!said(aside, { kind: 'works', text, anchor }, () => undefined);
      if (isSaid) notes.forget(id);
      return isSaid;
    });
  }

  look();

  return {
    consider({ rule, held: [first, more] }) {
      const broken = first?.code === 'incident' && !more ? brokenFor(rule) : undefined;
      if (!broken || standing.size || notes.of(broken.id) || isLeftAlone()) return;
      if (isReady) return tell(rule, broken);
      if (isComing) return;
      isComing = true;
      // decided once more when it can be said: by then the visitor may have begun to type, or have withdrawn
      ready().then(() => after(0, () => {
        isReady = true;
        again(rule);
      })).catch(failed).finally(() => (isComing = false));
    },
    over,
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
