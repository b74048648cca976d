import type { VNode } from 'preact';
import { Choice } from './Choice';
import { QuietPart } from './QuietPart';
import { Section } from './Section';
import { Switch } from './Switch';
import type { Drawn } from './view';
import { BASES, CHANNELS, KEEP_DAYS, LEVELS, toggled } from './wishes';

/** How much help is wanted, what it may rest on, and what the host honours besides. */
export function HelpPart(drawn: Drawn): VNode {
  const { words, honours, view: { allowed, wishes }, acts: { wish } } = drawn;
  const needs = !allowed.purposes.includes('help') && words.needs.help;
  const insights = (['predictive', 'administrators'] as const).filter((each) => honours.includes(each));
  return (
    <>
      <Section title={words.alerts.title} needs={needs}>
        <Choice label={words.alerts.offer} value={wishes.level} of={LEVELS} texts={words.levels} set={(level) => wish({ level })} />
        {CHANNELS.filter((channel) => honours.includes(channel)).map((channel) => (
          <Switch key={channel} words={words} label={words.channels[channel]} on={wishes.channels.includes(channel)} set={(on) => wish({ channels: toggled(CHANNELS, wishes.channels, channel, on) })} />
        ))}
        <QuietPart {...drawn} />
      </Section>
      <Section title={words.personal} needs={needs}>
        {BASES.filter((basis) => basis === 'own' || honours.includes(basis)).map((basis) => (
          <Switch key={basis} words={words} label={words.basis[basis]} on={!needs && wishes.basis.includes(basis)} set={(on) => wish({ basis: toggled(BASES, wishes.basis, basis, on) })} />
        ))}
        <Choice label={words.keep} value={wishes.keepDays} of={KEEP_DAYS} texts={words.days} set={(keepDays) => wish({ keepDays })} />
      </Section>
      {insights.length > 0 && (
        <Section title={words.insights.title} needs={needs}>
          {insights.map((each) => <Switch key={each} words={words} label={words.insights[each]} on={wishes[each]} set={(on) => wish({ [each]: on })} />)}
        </Section>
      )}
    </>
  );
}
