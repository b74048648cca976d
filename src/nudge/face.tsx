import type { VNode } from 'preact';
import type { AppSignal, Help, OutcomeAnswer } from '../types';
import { actionsOf } from './actions';
import { Card } from './Card';
import { Chip } from './Chip';
import { labelOf } from './label';
import type { Form } from './surface';
import { fill, quoted, reasonText } from './why';
import { pick, wordsFor } from './words';

export interface FaceOptions {
  readonly help: Help;
  /** The page's URL. */
  readonly base: string;
  readonly anchor: () => Element | undefined;
  /** The visitor asked why. */
  readonly onWhy: () => void;
  /** The visitor wants to be at the anchor again. */
  readonly onBack: () => void;
  /** Something opened or closed, and the size with it. */
  readonly onChange: () => void;
  readonly answer: (answer: OutcomeAnswer, event?: AppSignal) => void;
  readonly attempt: (task: () => void) => void;
}

/** What is drawn of one piece of help, in the form it takes now. Labels and reasons are read once, when the help is made. */
export function createFace({ help, base, anchor, onWhy, onBack, onChange, answer, attempt }: FaceOptions): (form: Form, up: boolean) => VNode {
  const { locale, text } = help;
  const words = wordsFor(locale);
  const title = pick(text.title, locale);
  const label = labelOf(anchor());
  const reasons = help.reasons.map((reason) => reasonText(reason, labelOf(reason.target), locale));
  const actions = actionsOf(help, { reasons, base, anchor, answer });
  let whyOpen = false;

  function toggleWhy(): void {
    whyOpen = !whyOpen;
    if (whyOpen) onWhy();
    onChange();
  }

  const onClose = (): void => answer('closed');
  return (form, up) => form === 'chip'
    ? <Chip label={label ? fill(words.helpFor, { at: quoted(label, words) }) : title} close={words.close} up={up} onBack={onBack} onClose={onClose} />
    : <Card words={words} title={title} body={pick(text.body, locale)} actions={actions} why={pick(help.why, locale)} reasons={reasons} whyOpen={whyOpen}
        onWhy={toggleWhy} onClose={onClose} onPress={(action) => attempt(() => action.press())} />;
}
