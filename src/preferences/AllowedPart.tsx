import type { VNode } from 'preact';
import { switched } from './allowed';
import { Section } from './Section';
import { Switch } from './Switch';
import type { Drawn } from './view';

/** What the visitor has answered, and each thing that the answer is about. */
export function AllowedPart({ words, all, view: { receipt, isRefused, allowed }, acts }: Drawn): VNode {
  const day = (at: string | undefined): string => (at ? new Date(at).toLocaleDateString(words.lang, { dateStyle: 'long' }) : '');
  const status = words.status[isRefused ? 'signal' : receipt?.decision ?? 'unknown'].replace('{date}', day(receipt?.at)).replace('{until}', day(receipt?.expires));
  const each = <Name extends Drawn['all']['purposes' | 'families'][number]>(names: readonly Name[], labels: Readonly<Record<Name, string>>): readonly VNode[] => names.map((name) => (
    <Switch key={name} words={words} label={labels[name]} on={[...allowed.purposes, ...allowed.families].some((other) => other === name)} set={(on) => acts.allow(switched(allowed, name, on, all))} />
  ));
  return (
    <Section title={words.allowed} needs={isRefused && status}>
      {!isRefused && <p>{status}</p>}
      <div class="agreed">
        {each(all.purposes, words.purposes)}
        <p>{words.needs.notice}</p>
        {each(all.families, words.families)}
      </div>
    </Section>
  );
}
