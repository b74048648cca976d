import type { Aside, AsideAnswer, AsideContext, Content } from '../parts';
import type { WhyWords } from '../words/words';
import type { Action } from './actions';
import { Choice } from './Choice';
import { pick } from './pick';

/** What an aside says, what can be answered, and what is said after that. */
interface Saying {
  readonly title: string;
  readonly body: string;
  readonly answers: readonly (readonly [label: string, answer: AsideAnswer])[];
  readonly thanks: string;
}

/** What stands in the card of an aside. Once it is answered, it says so and needs only to be closed. */
export function createAsideContent({ kind, text, words, locale, settings }: Aside, why: WhyWords, { onChange, attempt, tell, close }: AsideContext): Content {
  const { title, body, answers, thanks } = sayingOf(kind, why);
  const about = pick(text, locale) || body;
  let answered = false;

  const plain = (label: string, press: () => void): Action => ({ label, primary: false, press });
  const choices = (): readonly Action[] => answered ? [plain(words.close, close)] : answers.map(([label, answer]) => plain(label, () => say(answer)));

  function say(answer: AsideAnswer): void {
    answered = true;
    tell(answer);
    onChange('.main button');
  }

  return {
    title,
    draw() {
      const list = choices();
      return (
        <>
          {!answered && <p part="body">{about}</p>}
          <p role="status">{answered && thanks}</p>
          {list.length > 0 && <div class="main">{list.map((action) => <Choice action={action} attempt={attempt} />)}</div>}
          <div class="quiet"><button type="button" onClick={({ currentTarget }) => attempt(() => settings(currentTarget))}>{words.settings}</button></div>
        </>
      );
    },
  };
}

function sayingOf(kind: Aside['kind'], { known, helpful }: WhyWords): Saying {
  switch (kind) {
    case 'known': return { title: known.title, body: known.body, answers: [[known.tellMe, 'tell-me']], thanks: known.willTell };
    case 'works': return { title: known.works, body: known.retry, answers: [], thanks: '' };
    case 'helpful': return { title: helpful.ask, body: '', answers: [[helpful.yes, 'yes'], [helpful.no, 'no']], thanks: helpful.thanks };
  }
}
