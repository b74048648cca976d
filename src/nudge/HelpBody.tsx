import type { ComponentChildren, VNode } from 'preact';
import type { NudgeWords } from '../words/words';
import type { Action, Actions } from './actions';
import { Choice } from './Choice';
import { Disclosure } from './Disclosure';
import type { Said } from './said';

/** What can be opened in help; one at a time. */
export type Opened = 'why' | 'snooze' | undefined;

/** What a card of steps says in place of the help's own words. */
export interface StepFace {
  readonly title: string;
  readonly body: string;
  /** “Step 2 of 4”. */
  readonly at: string;
  /** On to the next step, and back. */
  readonly turns: ComponentChildren;
  /** The rule's buttons come with the last step. */
  readonly isLast: boolean;
}

export interface HelpBodyProps {
  readonly said: Said;
  readonly step: StepFace | undefined;
  readonly words: NudgeWords;
  readonly actions: Actions;
  readonly snooze: readonly Action[];
  /** What happened; `true` while it is not here yet, `false` where it does not come. */
  readonly reasons: VNode | boolean;
  /** The visitor asked before they were here, and is told when they come. */
  readonly isLate: boolean;
  readonly opened: Opened;
  readonly onToggle: (what: Opened) => void;
  readonly onSettings: (opener: Element) => void;
  readonly attempt: (task: () => void) => void;
}

/** What helps, and below it what every help offers, in the same order always: a person, the reasons, not now. */
export function HelpBody({ said, step, words, actions, snooze, reasons, isLate, opened, onToggle, onSettings, attempt }: HelpBodyProps): VNode {
  const choices = (list: readonly Action[], quiet = false): readonly VNode[] => list.map((action) => <Choice action={action} quiet={quiet} attempt={attempt} />);
  const { body } = step ?? said;
  return (
    <>
      {body && <p part="body">{body}</p>}
      {step?.turns}
      {step?.isLast !== false && actions.main.length > 0 && <div class="main">{choices(actions.main)}</div>}
      <div class="quiet">
        {choices(actions.human, true)}
        <Disclosure id="why" label={words.why} open={opened === 'why'} onToggle={() => onToggle('why')}>
          {said.why && <p>{said.why}</p>}
          <div role={isLate ? 'status' : undefined}>{reasons === true ? <p>…</p> : reasons}</div>
          <button type="button" onClick={({ currentTarget }) => attempt(() => onSettings(currentTarget))}>{words.settings}</button>
        </Disclosure>
        <Disclosure id="snooze" label={words.notNow} open={opened === 'snooze'} onToggle={() => onToggle('snooze')}>{choices(snooze, true)}</Disclosure>
      </div>
    </>
  );
}
