import type { Finding } from '../finding';
import { namesIn, type Word } from '../names';
import { ORDINARY, SENSITIVE } from '../sensitiveWords';
import type { Check } from '../subject';

type Kind = 'person' | 'topic' | 'trait';

/** What is looked for in each, and what is an error there. What is left is told as a topic, until a note says why it must be. */
const LOOKS: Readonly<Record<Word['as'], { readonly errors: readonly Kind[]; readonly topics: readonly Kind[] }>> = {
  who: { errors: ['person', 'topic', 'trait'], topics: [] },
  name: { errors: ['person'], topics: ['topic'] },
  // the address of a page is not the rule's to choose
  page: { errors: [], topics: ['person', 'topic'] },
  text: { errors: ['person'], topics: [] },
};

const SAY_WHY = 'say in a "note" of the rule or the file why it must be named, or name it after the task ("upload-trouble")';

/** Words that infer of visitors what no rule may know. A shop's own pages may be about such things; its rules may not be about such people. */
export const sensitive: Check = ({ written }) => namesIn(written).flatMap(judge);

function judge({ path, value, as, isNoted }: Word): readonly Finding[] {
  const { errors, topics } = LOOKS[as];
  const words = plain(value);
  const refused = firstOf(errors, words);
  if (refused) return [{ code: 'sensitive', path, message: `“${refused.word}” would tell something of a visitor's ${refused.subject}, which no rule may infer`, instead: as === 'text' ? 'speak of the task alone' : 'name the trouble, not the person; leave such visitors out of segments' }];
  const topic = isNoted ? undefined : firstOf(topics, words);
  return topic ? [{ code: 'sensitive-topic', path, message: `“${topic.word}” is about ${topic.subject}; together with a visit it may tell of the visitor`, instead: SAY_WHY }] : [];
}

function firstOf(kinds: readonly Kind[], words: string): { readonly word: string; readonly subject: string } | undefined {
  return VOCABULARY.flatMap(({ subject, ...patterns }) => kinds.flatMap((kind) => (patterns[kind].exec(words) ?? []).map((word) => ({ word, subject }))))[0];
}

const VOCABULARY = SENSITIVE.map(({ subject, person, topic, trait }) => ({ subject, person: wordsOf(person), topic: wordsOf(topic), trait: wordsOf(trait) }));
const ordinary = wordsOf(ORDINARY, 'g');

/** Whole words of a list; between two of them there may be anything that is no letter. */
function wordsOf(list: string, flags = ''): RegExp {
  const words = list.trim().split(/\s+/).map((word) => word.replaceAll('_', '[^a-z0-9]+').replace(/\*$/, '[a-z]*'));
  return new RegExp(`(?<![a-z0-9])(?:${words.join('|')})(?![a-z0-9])`, flags);
}

/** Without accents and capitals, `isPregnant` as two words, and without what is ordinary; once more with ä as it is written in names, ae. */
function plain(value: string): string {
  const words = value.replace(/([a-z0-9])([A-Z])/g, '$1 $2').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(ordinary, '–');
  return `${words} – ${words.replace(/([aou])e/g, '$1')}`;
}
