import type { AttributeTest, AttributeValue, Who } from '../../src/types';
import { and, number, or } from '../words';

/** Whom a rule is about, as the end of “for visitors …”: `in “guests” (those whose signedIn is false)`. */
export function whoWords(who: Who): string {
  if (who.kind === 'attribute') return `whose ${testWords(who)}`;
  if (who.segment !== undefined) return `in “${who.segment}” (those ${and(who.of.map(whoWords))})`;
  if (who.kind === 'none') return and(who.of.map(notWords));
  return who.kind === 'all' ? and(who.of.map(whoWords)) : `either ${or(who.of.map(whoWords))}`;
}

function notWords(who: Who): string {
  if (who.kind === 'attribute' && who.test === 'is') return `whose ${testWords({ ...who, test: 'isNot' })}`;
  return who.kind === 'attribute' ? `not those whose ${testWords(who)}` : `not ${whoWords(who)}`;
}

function testWords({ attribute, test, values }: AttributeTest): string {
  const said = values.map(valueWords);
  const [first = ''] = said;
  return `${attribute} ${{
    is: `is ${first}`, isNot: `is not ${first}`, oneOf: `is ${or(said)}`, noneOf: `is none of ${and(said)}`,
    atLeast: `is ${first} or more`, atMost: `is ${first} or less`, exists: values[0] === true ? 'is known' : 'is not known',
  }[test]}`;
}

function valueWords(value: AttributeValue): string {
  if (typeof value === 'string') return `“${value}”`;
  return typeof value === 'number' ? number(value) : String(value);
}
