import type { ComponentChildren, VNode } from 'preact';
import type { Help } from '../parts';
import { actionsOf, type GiveAnswer } from './actions';
import { Card } from './Card';
import { Chip } from './Chip';
import { createHandover } from './handover';
import { HelpBody, type Opened } from './HelpBody';
import { labelOf } from './label';
import { snoozeChoices } from './snooze';
import { type Form, isChip } from './surface';
import { isSeen, otherwiseText, quoted, reasonText } from './why';
import { format } from '../words/format';
import { pick } from './pick';

/** What a face asks of whatever stands it up. */
export interface FaceContext {
  /** The visitor asked for the card, at its place. */
  readonly onOpen: () => void;
  /** Something opened or closed, and the size with it. `to`: what had the focus is gone, and it goes on to the first that matches. */
  readonly onChange: (to?: string) => void;
  readonly attempt: (task: () => void) => void;
}

export interface FaceOptions extends FaceContext {
  readonly help: Help;
  /** The page's URL. */
  readonly base: string;
  readonly anchor: () => Element | undefined;
  /** The visitor asked why. */
  readonly onWhy: () => void;
  readonly answer: GiveAnswer;
}

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

export interface Face {
  /** What the card says first. */
  readonly title: string;
  /** What a chip says. */
  readonly label: string;
  /** `up`: the anchor is above what can be seen. */
  draw(form: Form, up: boolean, step?: StepFace): VNode;
}

/** What is drawn of one piece of help, in the form it takes now. Labels and reasons are read once, when the help is made. */
export function createFace({ help, base, anchor, onWhy, onOpen, onChange, answer, attempt }: FaceOptions): Face {
  const { locale, text, words } = help;
  const title = pick(text.title, locale);
  const name = labelOf(anchor());
  const label = name ? format(words.helpFor, { at: quoted(name, words) }) : title;
  const reasonsOf = (list: Help['reasons']): readonly string[] => list.filter(isSeen).map((reason) => reasonText(reason, labelOf(reason.target), words));
  const reasons = reasonsOf(help.reasons);
  const otherwise = otherwiseText(help.counterfactual, reasons.length, words);
  const actions = actionsOf(help, { base, anchor, answer, onHuman: () => turn(true) });
  const snooze = snoozeChoices(words, () => new Date(), answer);
  const { human } = help;
  const handover = human && createHandover({
    human, place: name, reasons: [...reasons, ...reasonsOf(human.trail)], words, base, answer, onChange, attempt,
    onBack: () => turn(false),
  });
  let handing = false;
  let opened: Opened;

  function turn(to: boolean): void {
    handing = to;
    onChange('#title');
  }

  function toggle(what: Opened): void {
    opened = opened === what ? undefined : what;
    if (opened === 'why') onWhy();
    onChange();
  }

  const onClose = (): void => answer('closed');
  return {
    title,
    label,
    draw(form, up, step) {
      if (isChip(form)) return <Chip label={label} close={words.close} up={form === 'back' ? up : undefined} onOpen={onOpen} onClose={onClose} />;
      if (handing && handover) return <Card title={words.handover.title} close={words.close} onClose={onClose}>{handover.draw()}</Card>;
      return (
        <Card title={step?.title ?? title} at={step?.at} close={words.close} onClose={onClose}>
          <HelpBody words={words} body={step?.body ?? pick(text.body, locale)} turns={step?.turns} actions={step?.isLast === false ? { ...actions, main: [] } : actions} snooze={snooze} why={pick(help.why, locale)}
            reasons={reasons} otherwise={otherwise} opened={opened} onToggle={toggle} onSettings={help.settings} attempt={attempt} />
        </Card>
      );
    },
  };
}
