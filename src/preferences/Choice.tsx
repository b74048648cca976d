import type { VNode } from 'preact';

export interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly of: readonly (readonly [value: Value, text: string])[];
  readonly set: (value: Value) => void;
}

/** One of several. */
export function Choice<Value extends string | number>({ label, value, of, set }: ChoiceProps<Value>): VNode {
  function choose(index: number): void {
    const chosen = of[index];
    if (chosen) set(chosen[0]);
  }
  return (
    <label class="choice">
      <span>{label}</span>
      <select onChange={({ currentTarget }) => choose(currentTarget.selectedIndex)}>
        {of.map(([each, text]) => <option key={each} value={each} selected={each === value}>{text}</option>)}
      </select>
    </label>
  );
}
