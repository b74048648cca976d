import type { Records } from '../types';

/** An incident that the visitor was told of. */
export interface IncidentNote {
  readonly id: string;
  /** They want to know when it works again. */
  readonly wants: boolean;
  /** When it ends by itself, in Unix ms; Infinity where nobody knows. */
  readonly until: number;
  /** When it was made, in Unix ms. */
  readonly at: number;
}

export interface IncidentNotes {
  all(): readonly IncidentNote[];
  of(id: string): IncidentNote | undefined;
  keep(note: Omit<IncidentNote, 'at'>): void;
  forget(id: string): void;
}

const KEY = 'incidents';

/** More than a page has broken in a year; the oldest are forgotten. */
const MAX_NOTES = 50;

/** By then nobody waits for it any more, and what breaks under the same name is something new. */
const KEEP_MS = 30 * 86_400_000;

/** What the visitor was told of, kept on the device for all tabs. */
export function createIncidentNotes(records: Pick<Records, 'read' | 'write'>, wall: () => number): IncidentNotes {
  const all = (): readonly IncidentNote[] => {
    const now = wall();
    return notesIn(records.read(KEY)).filter(({ at }) => now - at < KEEP_MS);
  };
  const of = (id: string): IncidentNote | undefined => all().find((note) => note.id === id);
  const others = (id: string): readonly IncidentNote[] => all().filter((note) => note.id !== id);
  return {
    all,
    of,
    keep: (note) => records.write(KEY, [...others(note.id), { ...note, at: of(note.id)?.at ?? wall() }].slice(-MAX_NOTES)),
    forget: (id) => records.write(KEY, others(id)),
  };
}

/** Storage may hold anything; what is no note counts for nothing. */
function notesIn(found: unknown): readonly IncidentNote[] {
  return (Array.isArray(found) ? found : []).flatMap((note: unknown) => {
    const { id, wants, until, at }: Readonly<Record<string, unknown>> = typeof note === 'object' ? { ...note } : {};
    // JSON has no Infinity
    return typeof id === 'string' && typeof at === 'number' ? { id, wants: wants === true, until: typeof until === 'number' ? until : Infinity, at } : [];
  });
}
