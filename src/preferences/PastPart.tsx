import type { VNode } from 'preact';
import type { HelpPast } from '../parts';
import type { Text } from '../types';
import { pick } from '../nudge/pick';
import { format } from '../words/format';
import { Section } from './Section';
import type { Drawn } from './view';

/** The help there was, whether it was any good, and the help that the visitor has silenced. */
export function PastPart({ words, options, acts, past }: Drawn & { readonly past: HelpPast }): VNode {
  const titled = (title: Text): VNode => <span class="name" dir="auto">{pick(title, options.locale ?? words.lang)}</span>;
  const time = (at: number): string => new Date(at).toLocaleString(words.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const [recent, silenced] = [past.recent(), past.silenced()];
  return (
    <>
      {recent.length > 0 && (
        <Section title={words.past.title} id="past">
          <ul>
            {recent.map(({ nudge, title, at, helpful }) => (
              <li key={nudge}>
                {titled(title)} <small>{time(at)}</small>
                {helpful === undefined
                  ? <Helpful words={words} rate={(answer) => acts.rate(nudge, answer)} />
                  : <span>{words.past.helpful} {words.past[helpful ? 'yes' : 'no']}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {silenced.length > 0 && (
        <Section title={words.past.silenced} id="silenced">
          <ul>
            {silenced.map(({ rule, title, until }) => (
              <li key={rule}>
                {titled(title)} {until !== undefined && <small>{format(words.past.until, { date: time(until) })}</small>}
                <button type="button" onClick={() => acts.revive(rule)}>{words.past.revive}</button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Helpful({ words: { past }, rate }: Pick<Drawn, 'words'> & { readonly rate: (helpful: boolean) => void }): VNode {
  return (
    <span class="row" role="group" aria-label={past.helpful}>
      <span>{past.helpful}</span>
      <button type="button" onClick={() => rate(true)}>{past.yes}</button>
      <button type="button" onClick={() => rate(false)}>{past.no}</button>
    </span>
  );
}
