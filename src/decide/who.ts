import type { AttributeTest, AttributeValue, Rules, Who } from '../types';

type Attributes = ReadonlyMap<string, AttributeValue>;

/** Whether a visitor is meant. Of what the host has not told, nothing can be said but that it is not. */
export function isMeant(who: Who, attributes: Attributes): boolean {
  if (who.kind === 'attribute') return passes(who, attributes.get(who.attribute));
  if (who.kind === 'all') return who.of.every((each) => isMeant(each, attributes));
  return who.of.some((each) => isMeant(each, attributes)) === (who.kind === 'any');
}

/** The names of the segments that a visitor is in. */
export function segmentsOf(segments: Rules['segments'], attributes: Attributes): readonly string[] {
  return Object.entries(segments).flatMap(([name, who]) => (isMeant(who, attributes) ? name : []));
}

/** Why a visitor is not meant, for people. It says what the rule wants, never what the visitor's attribute is. */
export function whyNot(who: Who, attributes: Attributes): string {
  return whyIs(false, who, attributes);
}

function passes({ test, values }: AttributeTest, value: AttributeValue | undefined): boolean {
  const [wanted] = values;
  const isAmong = value !== undefined && values.includes(value);
  switch (test) {
    case 'is': case 'oneOf': return isAmong;
    case 'isNot': case 'noneOf': return !isAmong;
    case 'exists': return (value !== undefined) === wanted;
    // only numbers have an order that everybody agrees on
    case 'atLeast': return typeof value === 'number' && value >= Number(wanted);
    case 'atMost': return typeof value === 'number' && value <= Number(wanted);
  }
}

const WORDS: Readonly<Record<AttributeTest['test'], string>> = {
  is: '', oneOf: 'one of ', isNot: 'other than ', noneOf: 'none of ', atLeast: 'at least ', atMost: 'at most ', exists: 'told ',
};

/** All that makes it so that the visitor is meant, or is not. */
function whyIs(meant: boolean, who: Who, attributes: Attributes): string {
  if (who.kind === 'attribute') return tested(meant, who, attributes.has(who.attribute));
  const parts = who.kind === 'none' ? !meant : meant;
  const because = who.of.filter((each) => isMeant(each, attributes) === parts).map((each) => whyIs(parts, each, attributes)).join(' and ');
  return who.segment ? `segment ${who.segment}: ${because}` : because;
}

function tested(meant: boolean, { attribute, test, values }: AttributeTest, isTold: boolean): string {
  if (!isTold || test === 'exists') return `attribute ${attribute} is ${isTold ? '' : 'not '}told`;
  return `${attribute} is ${meant ? '' : 'not '}${WORDS[test]}${values.join(', ')}`;
}
