import type { CreateBesides } from '../parts';
import { createAsideContent } from './asideContent';
import { createHandover } from './handover';
import { otherwiseText, reasonTexts } from './why';

/** What help needs only when it is asked for, and what is said besides help: a file of its own, fetched once help stands. */
export const createBesides: CreateBesides = (words) => ({
  why(reading) {
    const reasons = reasonTexts(reading.reasons, reading, words);
    const otherwise = otherwiseText(reading.counterfactual, reasons.length, words);
    return (
      <>
        {reasons.length > 0 && <ul>{reasons.map((reason) => <li>{reason}</li>)}</ul>}
        {otherwise && <p>{otherwise}</p>}
        <p>{words.unkept}</p>
      </>
    );
  },
  handover: (reading, context) => createHandover(reading, words, context),
  aside: (aside, context) => createAsideContent(aside, words, context),
});
