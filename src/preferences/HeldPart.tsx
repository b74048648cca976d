import type { VNode } from 'preact';
import type { Holdings } from '../parts';
import type { PreferencesWords } from '../words/words';
import { fieldsOf } from './fieldsOf';

/** Everything that is held, to be read: the same as in the file that can be taken along, in the same words. */
export function HeldPart({ of, words }: { readonly of: Holdings; readonly words: PreferencesWords }): VNode {
  const held = fieldsOf(of);
  return <div class="held">{Object.entries(words.held).map(([name, title]) => held[name] !== undefined && <Tree key={name} name={title} of={held[name]} />)}</div>;
}

/** Plain data of any shape; of a list the last comes first. */
function Tree({ name, of }: { readonly name: string; readonly of: unknown }): VNode {
  if (typeof of !== 'object' || !of) return <p>{name}: <bdi>{String(of)}</bdi></p>;
  const inside = Object.entries(fieldsOf(of)).map(([key, each]) => <Tree key={key} name={lineOf(each) || key} of={each} />);
  return <details><summary><bdi>{name}</bdi>{Array.isArray(of) && ` (${inside.length})`}</summary>{Array.isArray(of) ? inside.reverse() : inside}</details>;
}

/** What it was, where, and why. */
function lineOf(noun: unknown): string {
  const { kind, name, rule, signal, place, because } = fieldsOf(noun);
  return [kind, name, rule, signal, place, because].filter((each) => typeof each === 'string').join(' · ');
}
