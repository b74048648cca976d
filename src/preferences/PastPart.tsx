import type { VNode } from 'preact';
import type { HelpPast } from '../parts';
import type { Text } from '../types';
import { pick } from '../nudge/pick';
import { Section } from './Section';
import type { Drawn } from './view';

/** The help there was and whether it was any good, and the help that the visitor has silenced. */
export function PastPart({ words: { past: words, lang }, options: { locale = lang }, acts, past }: Drawn & { readonly past: HelpPast }): VNode {
  const [recent, silenced] = [past.recent(), past.silenced()];
  const titled = (title: Text, at: number | undefined): VNode => (
    <span class="name">
      <bdi>{pick(title, locale)}</bdi> {at !== undefined && <small>{new Date(at).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' })}</small>}
    </span>
  );
  return (
    <Section title={words.title} id="past">
      {!recent.length && <p>{words.none}</p>}
      <ul>
        {recent.map(({ nudge, title, at, helpful }) => (
          <li key={nudge}>
            {titled(title, at)}
            <span>{words.helpful}</span>
            {helpful === undefined
              ? ([['yes', true], ['no', false]] as const).map(([word, answer]) => <button key={word} aria-label={`${words[word]}: ${pick(title, locale)}`} onClick={() => acts.rate(nudge, answer)}>{words[word]}</button>)
              : <b>{helpful ? words.yes : words.no}</b>}
          </li>
        ))}
      </ul>
      {silenced.length > 0 && <h4>{words.silenced}</h4>}
      <ul>
        {silenced.map(({ rule, title, until }) => (
          <li key={rule}>
            {titled(title, until)}
            <button aria-label={`${words.revive}: ${pick(title, locale)}`} onClick={() => acts.revive(rule)}>{words.revive}</button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
