import type { VNode } from 'preact';
import { format } from '../words/format';
import { withFamily, withPurpose } from './allowed';
import { Section } from './Section';
import { Switch } from './Switch';
import type { Drawn } from './view';

/** What the visitor has answered, and each thing that the answer is about. */
export function AllowedPart({ words, all, view: { receipt, refused, allowed }, acts }: Drawn): VNode {
  const day = (at: string): string => new Date(at).toLocaleDateString(words.lang, { dateStyle: 'long' });
  const values = receipt && { date: day(receipt.at), until: day(receipt.expires) };
  const notices = allowed.families.length > 0;
  return (
    <Section title={words.allowed} needs={refused && words.status[refused]}>
      {!refused && <p>{format(words.status[receipt?.decision ?? 'unknown'], values ?? {})}</p>}
      <div class="agreed">
        {all.purposes.map((purpose) => (
          <Switch key={purpose} words={words} label={words.purposes[purpose]} on={allowed.purposes.includes(purpose)} disabled={!notices && purpose !== 'notice'}
            set={(on) => acts.allow(withPurpose(allowed, purpose, on, all))} />
        ))}
        <p>{words.needs.notice}</p>
        {all.families.map((family) => (
          <Switch key={family} words={words} label={words.families[family]} on={allowed.families.includes(family)} set={(on) => acts.allow(withFamily(allowed, family, on, all))} />
        ))}
      </div>
    </Section>
  );
}
