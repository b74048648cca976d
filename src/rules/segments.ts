import type { Rules, Who } from '../types';
import { readName } from './forms';
import { accepted, entries, type Read, type Say } from './shape';
import { whoReader } from './who';

export interface Segments {
  readonly segments: Rules['segments'];
  /** Reads the name of one of them. */
  readonly readSegment: Read<Who>;
}

/** Segments by their names, in whatever order they name one another. A wrong one goes to `refuse` and is left out. */
export function segmentsReader(refuse: Say): Read<Segments> {
  const readWritten = entries(readName, (name): Read<Written> => (value, path) => ({ name, value, path }), refuse);
  return (...given) => {
    const written = readWritten(...given);
    /** Undefined while it is being made, and when it is wrong. */
    const made = new Map<string, Who | undefined>();
    const make = ({ name, value, path }: Written): Who | undefined => {
      if (!made.has(name)) {
        made.set(name, undefined);
        made.set(name, accepted(readWho, value, path, refuse)[0]);
      }
      return made.get(name);
    };
    const readSegment: Read<Who> = (value, path, say) => {
      const found = written.find(({ name }) => name === value);
      const who = found && make(found);
      if (who) return { kind: 'all', of: [who], segment: found.name };
      if (found) say(path, value, `usable; mend segments.${found.name} first, which must not lead back to itself`);
      else say(path, value, 'one of segments', written.map(({ name }) => name));
      return { kind: 'any', of: [] };
    };
    const readWho = whoReader(readSegment);
    const segments = Object.fromEntries(written.flatMap((each) => {
      const who = make(each);
      return who ? [[each.name, who]] : [];
    }));
    return { segments, readSegment };
  };
}

interface Written {
  readonly name: string;
  readonly value: unknown;
  readonly path: string;
}
