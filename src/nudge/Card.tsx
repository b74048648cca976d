import type { VNode } from 'preact';
import type { Action, Actions } from './actions';
import { Cross } from './Cross';
import type { NudgeWords } from '../words/words';

export interface CardProps {
  readonly words: NudgeWords;
  readonly title: string;
  readonly body: string;
  readonly actions: Actions;
  /** The rule's own words for “why”, or empty. */
  readonly why: string;
  readonly reasons: readonly string[];
  /** What would have had to be otherwise, or empty. */
  readonly otherwise: string;
  readonly whyOpen: boolean;
  readonly onWhy: () => void;
  readonly onClose: () => void;
  readonly onPress: (action: Action) => void;
}

/** One piece of help. The way out comes last for the keyboard and stands first for the eye. */
export function Card({ words, title, body, actions, why, reasons, otherwise, whyOpen, onWhy, onClose, onPress }: CardProps): VNode {
  const choices = (list: readonly Action[], part: string): readonly VNode[] => list.map((action) => <Choice action={action} part={part} onPress={onPress} />);
  return (
    <section class="card" part="nudge" role="dialog" aria-labelledby="title" tabIndex={-1} dir="auto">
      <div class="scroll">
        <h2 id="title" part="title">{title}</h2>
        {body && <p part="body">{body}</p>}
        {actions.main.length > 0 && <div class="main">{choices(actions.main, 'button')}</div>}
        <div class="quiet">
          <button type="button" class="why" part="link" aria-expanded={whyOpen} aria-controls="why" onClick={onWhy}>{words.why}</button>
          <div id="why" hidden={!whyOpen}>
            {why && <p>{why}</p>}
            {reasons.length > 0 && <ul>{reasons.map((reason) => <li>{reason}</li>)}</ul>}
            {otherwise && <p>{otherwise}</p>}
            <p>{words.unkept}</p>
          </div>
          {choices(actions.quiet, 'link')}
        </div>
      </div>
      <Cross label={words.close} onPress={onClose} />
      <span class="arrow" />
    </section>
  );
}

/** A link to another site opens beside this page, so that nothing is lost that the visitor has begun here. */
function Choice({ action, part, onPress }: { readonly action: Action; readonly part: string } & Pick<CardProps, 'onPress'>): VNode {
  const { label, primary, url } = action;
  const look = { class: primary ? 'primary' : '', part: primary ? `${part} primary` : part, onClick: () => onPress(action) };
  if (!url) return <button type="button" {...look}>{label}</button>;
  const beside = /^http/.test(url.protocol) && url.origin !== location.origin;
  return <a href={url.href} {...look} {...(beside && { target: '_blank', rel: 'noopener' })}>{label}</a>;
}
