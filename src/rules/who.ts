import type { AttributeTest, AttributeValue, Who } from '../types';
import { choice, form, list, number, readFlag, type Field, type Read } from './shape';

/** Nobody reads deeper. */
const MAX_DEPTH = 8;

/** Tests in one answer, those of its segments counted with it: segments of segments could ask a million times otherwise. */
const MAX_TESTS = 100;

/** Larger than any count, amount or time in milliseconds. */
const MAX_NUMBER = 1e15;

const NOBODY: Who = { kind: 'any', of: [] };

const readAttribute = form(/^[a-z][\w.-]{0,39}$/i, 'an attribute; write it as in "signedIn"');

const readLine = form(/^[^]{0,200}$/u, 'a number, true, false, or text of at most 200 characters');

const readNumber = number(-MAX_NUMBER, MAX_NUMBER, 0);

const readValue: Read<AttributeValue> = (value, path, say) => {
  if (typeof value === 'boolean') return value;
  return (typeof value === 'number' ? readNumber : readLine)(value, path, say);
};

const readValues = list(readValue, 50);

const TESTS: readonly (readonly [AttributeTest['test'], Read<readonly AttributeValue[]>])[] = [
  ['is', alone(readValue)], ['isNot', alone(readValue)], ['oneOf', readValues], ['noneOf', readValues],
  ['atLeast', alone(readNumber)], ['atMost', alone(readNumber)], ['exists', alone(readFlag)],
];

const tests = Object.fromEntries(TESTS.map(([test, read]) =>
  [test, (field: Field): Who => ({ kind: 'attribute', attribute: field('attribute', readAttribute), test, values: field(test, read) })]));

/** Whom something is about: a test of an attribute, a segment, or several of these put together. */
export function whoReader(readSegment: Read<Who>): Read<Who> {
  const readAt = (depth: number): Read<Who> => {
    const several = (kind: 'all' | 'any') => (field: Field): Who => ({ kind, of: field(kind, list(readAt(depth - 1), 20)) });
    return depth ? choice(NOBODY, {
      ...tests,
      all: several('all'),
      any: several('any'),
      not: (field) => ({ kind: 'none', of: [field('not', readAt(depth - 1))] }),
      segment: (field) => field('segment', readSegment),
    }) : tooDeep;
  };
  const read = readAt(MAX_DEPTH);
  return (value, path, say) => {
    const who = read(value, path, say);
    if (size(who) > MAX_TESTS) say(path, value, `short enough; at most ${MAX_TESTS} tests, those of its segments included`);
    return who;
  };
}

const tooDeep: Read<Who> = (value, path, say) => {
  say(path, value, `nested at most ${MAX_DEPTH} deep`);
  return NOBODY;
};

function alone<T>(read: Read<T>): Read<readonly T[]> {
  return (...given) => [read(...given)];
}

function size(who: Who): number {
  return who.kind === 'attribute' ? 1 : who.of.reduce((sum, each) => sum + size(each), 1);
}
