import type { Doing, Unless, Who } from '../types';
import { readNotes, readSignal, readSpan } from './forms';
import { choice, list, oneOf, type Field, type Read } from './shape';

const readDoing = oneOf<Doing>('typing', ['typing', 'pointer-down', 'scrolling', 'dialog-open', 'video-playing', 'page-hidden', 'offline', 'element-hidden', 'fullscreen']);

/** Whatever troubled the visitor half a minute ago they still have in mind. */
const WITHIN_MS = 30_000;

/** What keeps a rule silent. */
export function unlessReader(readPage: Read<string>, readWho: Read<Who>): Read<readonly Unless[]> {
  const noted = (kind: (field: Field) => Unless) => (field: Field): Unless => {
    field('note', readNotes, []);
    return kind(field);
  };
  return list(choice<Unless>({ kind: 'while', doing: 'typing' }, {
    while: noted((field) => ({ kind: 'while', doing: field('while', readDoing) })),
    signal: noted((field) => ({ kind: 'signal', signal: field('signal', readSignal), withinMs: field('within', readSpan, WITHIN_MS) })),
    page: noted((field) => ({ kind: 'page', page: field('page', readPage) })),
    who: noted((field) => ({ kind: 'who', who: field('who', readWho) })),
  }), 20);
}
