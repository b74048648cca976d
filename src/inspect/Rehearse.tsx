import type { Rehearsal } from '../parts';
import type { VNode } from 'preact';
import type { NudgeText, Rule, RuleExplanation, Text } from '../types';
import { timeText } from './numbers';
import type { Drawn, Wish } from './view';

type Choice<Value extends string = string> = readonly [value: Value, label: string];

const CHANNELS: readonly Choice<Wish['channel']>[] = [['', 'as decided'], ['chip', 'chip'], ['tooltip', 'tooltip'], ['chat-invite', 'chat invite']];
const SCHEMES: readonly Choice<Wish['scheme']>[] = [['auto', 'as the page'], ['light', 'light'], ['dark', 'dark']];

/** Shows the rule's nudge now, as whoever looks wants to see it; nothing is counted or told. */
export function Rehearse({ view: { wish }, acts, rule: { rule, of } }: Drawn & { readonly rule: RuleExplanation }): VNode {
  const set = (change: Partial<Wish>): void => acts.see({ wish: { ...wish, ...change } });
  if (!of.nudge) return <section><h4>Nudge</h4><p class="quiet">This rule has none: it only watches.</p></section>;
  return (
    <section class="rehearse">
      <h4>Nudge</h4>
      <div class="choices">
        <Choose label="Stage" choices={stagesOf(of)} value={String(wish.stage)} onChoose={(value) => set({ stage: Number(value) })} />
        <Choose label="Variant" choices={variantsOf(of)} value={wish.variant} onChoose={(variant) => set({ variant })} />
        <Choose label="Language" choices={languagesOf(of)} value={wish.locale} onChoose={(locale) => set({ locale })} />
        <Choose label="Channel" choices={CHANNELS} value={wish.channel} onChoose={(channel) => set({ channel })} />
        <Choose label="Colours" choices={SCHEMES} value={wish.scheme} onChoose={(scheme) => set({ scheme })} />
      </div>
      <button type="button" class="main" onClick={() => acts.rehearse(rehearsalOf(rule, wish))}>Show this nudge now</button>
    </section>
  );
}

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** A choice of one is none. */
function Choose<Value extends string>({ label, choices, value, onChoose }: ChooseProps<Value>): VNode | null {
  if (choices.length < 2) return null;
  return (
    <label>
      <span>{label}</span>
      <select onChange={({ currentTarget }) => onChoose(choices[currentTarget.selectedIndex]?.[0] ?? value)}>
        {choices.map(([each, name]) => <option selected={each === value}>{name}</option>)}
      </select>
    </label>
  );
}

function rehearsalOf(rule: string, { stage, variant, locale, channel }: Wish): Rehearsal {
  return { rule, stage, ...(variant && { variant }), ...(locale && { locale }), ...(channel && { channel }) };
}

function stagesOf({ then }: Rule): readonly Choice[] {
  return [['0', 'first'], ...then.map(({ afterMs }, i): Choice => [String(i + 1), `then, after ${timeText(afterMs)}`])];
}

function variantsOf({ experiment }: Rule): readonly Choice[] {
  return [['', 'the rule’s own'], ...(experiment?.variants ?? []).map(({ id }): Choice => [id, id])];
}

/** The languages that any of the rule's texts is written in. */
function languagesOf({ nudge, experiment, then }: Rule): readonly Choice[] {
  const nudges = [nudge, ...(experiment?.variants ?? []).map((variant) => variant.nudge), ...then.map((stage) => stage.nudge)];
  const languages = new Set(nudges.flatMap((each) => (each ? textsOf(each) : [])).flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text))));
  return [['', 'the page’s'], ...[...languages].sort().map((each): Choice => [each, each])];
}

function textsOf({ title, body, ctas }: NudgeText): readonly Text[] {
  return [title, body ?? '', ...ctas.map(({ label }) => label)];
}
