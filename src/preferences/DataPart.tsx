import type { VNode } from 'preact';
import { HeldPart } from './HeldPart';
import { Section } from './Section';
import { Switch } from './Switch';
import type { Drawn } from './view';

/** What is held of the visitor, and to see it, take it along, delete it, end it. What is pressed here happens at once. */
export function DataPart(drawn: Drawn): VNode {
  const { words, honours, options, view: { allowed, wishes, held, asks, receipt }, acts } = drawn;
  const { data } = words;
  return (
    <Section title={data.title} id="data">
      <div class="row">
        <button type="button" aria-expanded={!!held} onClick={acts.look}>{held ? data.hide : data.view}</button>
        <button type="button" onClick={acts.export}>{data.export}</button>
        <button type="button" id="delete" aria-expanded={asks} onClick={() => acts.ask(!asks)}>{data.delete}</button>
        {receipt?.purposes.includes('notice') && <button type="button" onClick={acts.stop}>{data.stop}</button>}
      </div>
      {asks && (
        <div class="asked" role="group" aria-labelledby="asked">
          <p id="asked">{data.asked} {options.collect && data.askedThere}</p>
          <div class="row">
            <button type="button" id="no" onClick={() => acts.ask(false)}>{data.no}</button>
            <button type="button" onClick={acts.remove}>{data.yes}</button>
          </div>
        </div>
      )}
      {held && <HeldPart words={words} held={held} />}
      {honours.includes('training') && <Switch words={words} label={data.training} on={wishes.training} disabled={!allowed.families.length} set={(training) => acts.wish({ training })} />}
      <p>{data.third}</p>
    </Section>
  );
}
