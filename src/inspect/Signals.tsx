import type { VNode } from 'preact';
import type { Heard } from './known';
import { agoText, evidenceText, shareText } from './numbers';
import type { Drawn } from './view';

/** In a window no wider than this the panel is a sheet over the lower part of the page. */
const SHEET_PX = 480;

/** What was noticed, newest first. To point at one shows its place on the page. */
export function Signals(drawn: Drawn): VNode {
  const { known, view, acts } = drawn;
  const signals = known.signals();
  return (
    <>
      <label class="switch">
        <input type="checkbox" role="switch" checked={view.marked} onChange={({ currentTarget }) => acts.see({ marked: currentTarget.checked })} />
        <span>Mark all places on the page</span>
      </label>
      {signals.length === 0 && <p class="quiet">Nothing has been noticed yet. A signal is told from a strength of 0.50, and is worth help from 0.70.</p>}
      <ol class="signals">{signals.map((heard) => <li key={heard.signal.id}><Row {...drawn} heard={heard} /></li>)}</ol>
    </>
  );
}

function Row({ view, acts, now, heard: { number, told, signal } }: Drawn & { readonly heard: Heard }): VNode {
  const { name, place, strength, evidence, target, at } = signal;
  const isBack = strength === 0;
  const point = (): void => acts.see({ pointed: number });
  const leave = (): void => acts.see({ pointed: undefined });
  return (
    <button type="button" class={view.pointed === number ? 'signal pointed' : 'signal'} aria-disabled={!target?.isConnected}
      onMouseEnter={point} onMouseLeave={leave} onFocus={point} onBlur={leave} onClick={() => target?.scrollIntoView({ block: innerWidth > SHEET_PX ? 'center' : 'start' })}>
      <span class="line">
        <span class="dot">{number}</span>
        {isBack ? <s><b>{name}</b></s> : <b>{name}</b>}
        {isBack && <span class="tag">hiccup</span>}
        {told > 1 && <span class="times">told {told} times</span>}
        <span class="num">{agoText(now - at)}</span>
      </span>
      <span class="line">
        <span class="place" dir="auto">{place}</span>
        {!isBack && <span class="num"><span class="strength" style={{ '--part': `${strength}` }} />{shareText(strength)}</span>}
      </span>
      <span class="evidence">{Object.entries(evidence).map(([key, value]) => <span class="entry">{key}: <b>{evidenceText(value)}</b> </span>)}</span>
    </button>
  );
}
