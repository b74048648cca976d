import type { VNode } from 'preact';
import type { PreferencesWords } from '../words/words';

export interface SwitchProps {
  readonly label: string;
  readonly words: Pick<PreferencesWords, 'on' | 'off'>;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** One thing that is on or off. The word beside it says the same, for eyes alone: the others hear the switch's own state. */
export function Switch({ label, words, on, set }: SwitchProps): VNode {
  return (
    <label class="switch">
      <input type="checkbox" role="switch" checked={on} onChange={({ currentTarget }) => set(currentTarget.checked)} />
      <span>{label}</span>
      <span class="state" aria-hidden="true">{on ? words.on : words.off}</span>
    </label>
  );
}
