import type { VNode } from 'preact';
import type { Help } from '../parts';
import { actionsOf, type GiveAnswer } from './actions';
import { Card } from './Card';
import { Chip } from './Chip';
import { labelOf } from './label';
import { type Form, isChip } from './surface';
import { isSeen, otherwiseText, quoted, reasonText } from './why';
import { format } from '../words/format';
import { pick } from './pick';

export interface FaceOptions {
  readonly help: Help;
  /** The page's URL. */
  readonly base: string;
  readonly anchor: () => Element | undefined;
  /** The visitor asked why. */
  readonly onWhy: () => void;
  /** The visitor asked for the card, at its place. */
  readonly onOpen: () => void;
  /** Something opened or closed, and the size with it. */
  readonly onChange: () => void;
  readonly answer: GiveAnswer;
  readonly attempt: (task: () => void) => void;
}

export interface Face {
  /** What a chip says. */
  readonly label: string;
  /** `up`: the anchor is above what can be seen. */
  draw(form: Form, up: boolean): VNode;
}

/** What is drawn of one piece of help, in the form it takes now. Labels and reasons are read once, when the help is made. */
export function createFace({ help, base, anchor, onWhy, onOpen, onChange, answer, attempt }: FaceOptions): Face {
  const { locale, text, words } = help;
  const title = pick(text.title, locale);
  const name = labelOf(anchor());
  const label = name ? format(words.helpFor, { at: quoted(name, words) }) : title;
  const reasons = help.reasons.filter(isSeen).map((reason) => reasonText(reason, labelOf(reason.target), words));
  const otherwise = otherwiseText(help.counterfactual, reasons.length, words);
  const actions = actionsOf(help, { reasons, base, anchor, answer });
  let whyOpen = false;

  function toggleWhy(): void {
    whyOpen = !whyOpen;
    if (whyOpen) onWhy();
    onChange();
  }

  const onClose = (): void => answer('closed');
  return {
    label,
    draw(form, up) {
      if (isChip(form)) return <Chip label={label} close={words.close} up={form === 'back' ? up : undefined} onOpen={onOpen} onClose={onClose} />;
      return <Card words={words} title={title} body={pick(text.body, locale)} actions={actions} why={pick(help.why, locale)} reasons={reasons} otherwise={otherwise} whyOpen={whyOpen}
        onWhy={toggleWhy} onClose={onClose} onPress={(action) => attempt(() => action.press())} />;
    },
  };
}
