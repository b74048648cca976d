import type { VNode } from 'preact';

export interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly of: readonly Value[];
  /** Left out, a value is its own text. */
  readonly texts?: Readonly<Partial<Record<Value, string>>>;
  readonly set: (value: Value) => void;
}

/** One of several. */
export function Choice<Value extends string | number>({ label, value, of, texts, set }: ChoiceProps<Value>): VNode {
  return (
    <label class="choice">
      <span>{label}</span>
      <select onChange={({ currentTarget }) => set(of[currentTarget.selectedIndex] ?? value)}>
        {of.map((each) => <option key={each} selected={each === value}>{texts?.[each] ?? each}</option>)}
      </select>
    </label>
  );
}
