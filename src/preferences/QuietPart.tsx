import type { VNode } from 'preact';
import { Choice } from './Choice';
import { Switch } from './Switch';
import type { Drawn } from './view';
import { type Hours, isHours, NIGHT } from './wishes';

/** Hours in which nothing is wanted. Where the host has set several, the first is what can be changed here. */
export function QuietPart({ words: { alerts, ...words }, view: { wishes: { quiet: [first, ...others], timeZone } }, acts: { wish } }: Drawn): VNode {
  const set = (hours: Partial<Hours>): void => wish({ quiet: [{ ...NIGHT, ...first, ...hours }, ...others] });
  const time = (end: 'from' | 'to', hours: Hours): VNode => (
    <label class="choice">
      <span>{alerts[end]}</span>
      <input id={end} type="time" value={hours[end]} aria-invalid={!isHours(first)} aria-describedby="wrong" onInput={({ currentTarget }) => set({ [end]: currentTarget.value })} />
    </label>
  );
  const zones = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <Switch words={words} label={alerts.quiet} on={!!first} set={(on) => (on ? set({}) : wish({ quiet: [] }))} />
      {first && (
        <div class="inner">
          <div class="row">{time('from', first)}{time('to', first)}</div>
          <p id="wrong" hidden={isHours(first)}>{alerts.wrong}</p>
          <Choice label={alerts.zone} value={timeZone} of={zones.map((zone) => [zone, zone.replaceAll('_', ' ')])} set={(zone) => wish({ timeZone: zone })} />
        </div>
      )}
    </>
  );
}
