import type { VNode } from 'preact';
import { Choice } from './Choice';
import { Switch } from './Switch';
import type { Drawn } from './view';
import { type Hours, isHours, NIGHT } from './wishes';

/** Hours in which nothing is wanted. Where the host has set several, the first is what can be changed here. */
export function QuietPart({ words, view: { wishes: { quiet: [first, ...others], timeZone } }, acts: { wish } }: Drawn): VNode {
  const { alerts } = words;
  const set = (hours: Partial<Hours>): void => wish({ quiet: [{ ...NIGHT, ...first, ...hours }, ...others] });
  const zones = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <Switch words={words} label={alerts.quiet} on={!!first} set={(on) => (on ? set({}) : wish({ quiet: [] }))} />
      {first && (
        <div class="inner">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} class="choice">
              <span>{alerts[end]}</span>
              <input id={end} type="time" value={first[end]} aria-invalid={!isHours(first)} onInput={({ currentTarget }) => set({ [end]: currentTarget.value })} />
            </label>
          ))}
          <Choice label={alerts.zone} value={timeZone} of={zones} set={(zone) => wish({ timeZone: zone })} />
        </div>
      )}
    </>
  );
}
