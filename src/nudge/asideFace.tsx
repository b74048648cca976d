import type { VNode } from 'preact';
import type { Aside, AsideAnswer } from '../parts';
import type { NudgeWords } from '../words/words';
import type { Action } from './actions';
import { Card } from './Card';
import { Chip } from './Chip';
import { Choice } from './Choice';
import type { Face, FaceContext } from './face';
import { isChip } from './surface';
import { pick } from './pick';

export interface AsideFaceOptions extends FaceContext {
  readonly aside: Aside;
  /** Tells what the visitor said, at once; the aside stands on with its thanks. */
  readonly tell: (answer: AsideAnswer) => void;
  /** Takes the aside away. */
  readonly close: () => void;
}

/** What an aside says, what can be answered, and what is said after that. */
interface Saying {
  readonly title: string;
  readonly body: string;
  readonly answers: readonly (readonly [label: string, answer: AsideAnswer])[];
  readonly thanks: string;
}

/** What is drawn of an aside. Once it is answered, it says so and needs only to be closed. */
export function createAsideFace({ aside, onOpen, onChange, attempt, tell, close }: AsideFaceOptions): Face {
  const { words, locale, settings } = aside;
  const { title, body, answers, thanks } = sayingOf(aside.kind, words);
  let answered = false;

  const plain = (label: string, press: () => void): Action => ({ label, primary: false, press });
  const choices = (): readonly Action[] => answered ? [plain(words.close, close)] : answers.map(([label, answer]) => plain(label, () => say(answer)));

  function say(answer: AsideAnswer): void {
    answered = true;
    tell(answer);
    onChange('.main button');
  }

  function drawCard(): VNode {
    const list = choices();
    return (
      <Card title={title} close={words.close} onClose={close}>
        {!answered && <Body text={pick(aside.text, locale) || body} />}
        <p role="status">{answered && thanks}</p>
        {list.length > 0 && <div class="main">{list.map((action) => <Choice action={action} attempt={attempt} />)}</div>}
        <div class="quiet"><button type="button" onClick={({ currentTarget }) => attempt(() => settings(currentTarget))}>{words.settings}</button></div>
      </Card>
    );
  }

  return {
    title,
    label: title,
    draw: (form, up) => (isChip(form) ? <Chip label={title} close={words.close} up={form === 'back' ? up : undefined} onOpen={onOpen} onClose={close} /> : drawCard()),
  };
}

function Body({ text }: { readonly text: string }): VNode {
  return <p part="body">{text}</p>;
}

function sayingOf(kind: Aside['kind'], { known, helpful }: NudgeWords): Saying {
  switch (kind) {
    case 'known': return { title: known.title, body: known.body, answers: [[known.tellMe, 'tell-me']], thanks: known.willTell };
    case 'works': return { title: known.works, body: known.retry, answers: [], thanks: '' };
    case 'helpful': return { title: helpful.ask, body: '', answers: [[helpful.yes, 'yes'], [helpful.no, 'no']], thanks: helpful.thanks };
  }
}
