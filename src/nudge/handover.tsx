import type { VNode } from 'preact';
import type { Handing, HandingContext, Reading } from '../parts';
import { format } from '../words/format';
import type { WhyWords } from '../words/words';
import { action, leadsTo } from './actions';
import { Choice } from './Choice';
import { handedOf, leftToRight, type Part, partsOf } from './handed';

/** Shows all that would be handed over, each part to be struck out and put back, and opens the chat at the visitor's press. */
export function createHandover(reading: Reading, words: WhyWords, { human, base, onBack, onChange, answer, attempt }: HandingContext): Handing {
  const { chat, contact, reach, page, prefills = true } = human;
  const say = words.handover;
  const parts = prefills ? partsOf(page, reading, words) : [];
  const removed = new Set<Part>();
  let state: '' | 'opening' | 'unreachable' = '';

  function toggle(part: Part): void {
    if (!removed.delete(part)) removed.add(part);
    onChange();
  }

  function see(next: typeof state): void {
    state = next;
    onChange();
  }

  async function open(): Promise<void> {
    if (!chat || state === 'opening') return;
    see('opening');
    // whoever connected the chat hears why it failed; the visitor needs another way
    const opened = await chat(handedOf(parts.filter((part) => !removed.has(part)))).catch(() => 'no-provider');
    if (opened === 'opened') answer('human');
    else see('unreachable');
  }

  const { waitMinutes, phone } = reach;
  const wait = waitMinutes === undefined ? '' : format(say.wait, { n: Math.max(1, Math.round(waitMinutes)) }, words.lang);
  const call = phone ? action(format(say.call, { at: leftToRight(phone) }), leadsTo(`tel:${phone.replace(/\s/g, '')}`, 'human', { base, answer })) : [];

  /** What is new comes last: what was there before keeps its place under the visitor's finger. */
  function choices(): ReturnType<typeof action> {
    const lost = state === 'unreachable';
    const other = lost ? action(say.contact, leadsTo(contact, 'human', { base, answer }), true) : [];
    return [...action(say.open, { press: () => void open() }, !other.length), ...action(say.back, { press: onBack }), ...other];
  }

  return {
    title: prefills ? say.title : reading.words.human,
    begin: () => void (prefills || open()),
    draw: () => (
      <>
        {prefills && <p>{say.note}</p>}
        {prefills && <ul class="parts">{parts.map((part, at) => <PartRow id={`part${at}`} text={part.text} removed={removed.has(part)} words={say} onToggle={() => toggle(part)} />)}</ul>}
        {wait && <p>{wait}</p>}
        <p role="status">{state && say[state]}</p>
        <div class="main">{choices().map((choice) => <Choice action={choice} attempt={attempt} />)}</div>
        {call.length > 0 && <div class="quiet">{call.map((choice) => <Choice action={choice} quiet attempt={attempt} />)}</div>}
      </>
    ),
  };
}

interface PartRowProps {
  readonly id: string;
  readonly text: string;
  readonly removed: boolean;
  readonly words: WhyWords['handover'];
  readonly onToggle: () => void;
}

/** The button says of which part it is, to those who hear it alone. */
function PartRow({ id, text, removed, words, onToggle }: PartRowProps): VNode {
  const Text = removed ? 'del' : 'span';
  return (
    <li>
      <Text id={id}>{text}</Text>
      <button type="button" id={`${id}b`} aria-labelledby={`${id}b ${id}`} onClick={onToggle}>{removed ? words.putBack : words.remove}</button>
    </li>
  );
}
