import type { VNode } from 'preact';
import type { Holdings } from '../parts';
import type { PreferencesWords } from '../words/words';
import { heldLines } from './heldLines';

/** Everything that is held, to be read: the same as in the file that can be taken along. Its names are those of the file. */
export function HeldPart({ words, held }: { readonly words: PreferencesWords; readonly held: Holdings }): VNode {
  return (
    <div class="held">
      {heldLines(held, words).map(([name, lines]) => (
        <section key={name}>
          <h4>{words.held[name]} ({lines.length})</h4>
          {lines.map(([line, all]) => <details><summary><bdi lang="en">{line}</bdi></summary><Tree of={all} /></details>)}
        </section>
      ))}
    </div>
  );
}

/** Plain data of any shape. */
function Tree({ of }: { readonly of: unknown }): VNode {
  if (typeof of !== 'object' || !of) return <bdi>{String(of)}</bdi>;
  return <dl lang="en" dir="ltr">{Object.entries(of).map(([name, value]) => <div><dt>{name}</dt><dd><Tree of={value} /></dd></div>)}</dl>;
}
