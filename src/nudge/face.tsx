import type { VNode } from 'preact';
import type { Help } from '../parts';
import { actionsOf, type GiveAnswer } from './actions';
import { Card } from './Card';
import { Chip } from './Chip';
import { createHandover } from './handover';
import { HelpBody, type Opened, type StepFace } from './HelpBody';
import { saidOf } from './said';
import { snoozeChoices } from './snooze';
import { type Form, isChip } from './surface';

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

export interface Face {
  /** What the card says first. */
  readonly title: string;
  /** What a chip says. */
  readonly label: string;
  /** `up`: the anchor is above what can be seen. */
  draw(form: Form, up: boolean, step?: StepFace): VNode;
}

/** What is drawn of one piece of help, in the form it takes now. */
export function createFace({ help, base, anchor, onWhy, onOpen, onChange, answer, attempt }: FaceOptions): Face {
  const { human, words } = help;
  const said = saidOf(help, anchor());
  const handover = human && createHandover({ human, said, words, base, answer, onChange, attempt, onBack: () => turn(false) });
  const actions = actionsOf(help, { base, anchor, answer, onHuman });
  const snooze = snoozeChoices(words, () => new Date(), answer);
  let handing = false;
  let opened: Opened;

  function turn(to: boolean): void {
    handing = to;
    onChange('#title');
  }

  function onHuman(): void {
    turn(true);
    handover?.begin();
  }

  function onToggle(what: Opened): void {
    opened = opened === what ? undefined : what;
    if (opened === 'why') onWhy();
    onChange();
  }

  const onClose = (): void => answer('closed');
  return {
    title: said.title,
    label: said.label,
    draw(form, up, step) {
      if (isChip(form)) return <Chip label={said.label} close={words.close} up={form === 'back' ? up : undefined} onOpen={onOpen} onClose={onClose} />;
      if (handing && handover) return <Card title={handover.title} close={words.close} onClose={onClose}>{handover.draw()}</Card>;
      return (
        <Card title={step?.title ?? said.title} at={step?.at} close={words.close} onClose={onClose}>
          <HelpBody said={said} step={step} words={words} actions={actions} snooze={snooze} opened={opened} onToggle={onToggle} onSettings={help.settings} attempt={attempt} />
        </Card>
      );
    },
  };
}
