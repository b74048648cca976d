import type { VNode } from 'preact';
import { HeldPart } from './HeldPart';
import { Section } from './Section';
import { Switch } from './Switch';
import type { Drawn } from './view';

/** What is held of the visitor, and to see it, take it along, delete it, end it. What is pressed here happens at once. */
export function DataPart({ words, options, honours, view: { wishes, held, receipt }, acts }: Drawn): VNode {
  const { data } = words;
  const isOn = !!receipt?.purposes.length;
  return (
    <Section title={data.title} id="data">
      <div class="stack">
        <details onToggle={({ currentTarget }) => acts.look(currentTarget.open)}>
          <summary>{data.view}</summary>
          {held && <HeldPart of={held} words={words} />}
        </details>
        <button onClick={acts.export}>{data.export}</button>
        <details>
          <summary>{data.delete}</summary>
          <p>{data.asked} {options.collect && data.askedThere}</p>
          <button onClick={acts.remove}>{data.yes}</button>
        </details>
        {isOn && <button onClick={acts.stop}>{data.stop}</button>}
      </div>
      {isOn && honours.includes('training') && <Switch words={words} label={data.training} on={wishes.training} set={(training) => acts.wish({ training })} />}
      <p>{data.third}</p>
    </Section>
  );
}
