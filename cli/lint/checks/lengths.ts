import type { Finding } from '../finding';
import type { Check } from '../subject';
import { textsOf } from '../texts';

/** A title is read at a glance or not at all: one line and a half of a nudge 320 px wide. */
const TITLE_CHARACTERS = 60;
/** Who is stuck reads two sentences (four lines of a nudge). */
const BODY_CHARACTERS = 160;

const MOST: Readonly<Record<string, number>> = { title: TITLE_CHARACTERS, body: BODY_CHARACTERS };

/** As many characters as a reader sees, and more than nothing. */
export const lengths: Check = ({ written }) => textsOf(written).flatMap(({ path, role, value }): readonly Finding[] => {
  const most = MOST[role] ?? Infinity;
  const characters = [...new Intl.Segmenter().segment(value.trim())].length;
  // what cannot be seen: control and format characters, as zero-width spaces and soft hyphens are
  if (value.trim() && !/[^\p{C}\p{Z}]/u.test(value)) return [{ code: 'empty-text', path, message: 'has only characters that nobody can see' }];
  return characters > most ? [{ code: 'long-text', path, message: `has ${characters} characters; a visitor in trouble reads ${most} of a ${role}`, instead: 'say it shorter, or lead to a page that says it at length' }] : [];
});
