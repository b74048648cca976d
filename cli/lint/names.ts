import { dig, entriesOf, items, textsIn } from '../dig';
import { knownTextsOf } from './texts';

/** A word of a rules file: where it stands, and what it names. */
export interface Word {
  readonly path: string;
  readonly value: string;
  /** `who` names visitors; `name` names a thing of the file; `page` is an address; `text` is what visitors read. */
  readonly as: 'who' | 'name' | 'page' | 'text';
  /** Somebody has written beside it why it is there. */
  readonly isNoted: boolean;
}

/** Everything that a file names or says, as it was written. */
export function namesIn(written: unknown): readonly Word[] {
  return [...whoOf(written), ...namesOf(written), ...pagesOf(written), ...knownTextsOf(written).map(({ path, value }) => word(path, value, 'text'))];
}

/** What names visitors: segments, their attributes, and the words that these are compared with. */
function whoOf(written: unknown): readonly Word[] {
  const rules = items(dig(written, 'rules'));
  return [
    ...entriesOf(dig(written, 'segments')).flatMap(([name, who]) => [word(`segments.${name}`, name, 'who'), ...attributesIn(who, `segments.${name}`)]),
    ...rules.flatMap((rule, index) => [
      ...attributesIn(dig(rule, 'who'), `rules[${index}].who`),
      ...items(dig(rule, 'unless')).flatMap((unless, at) => attributesIn(dig(unless, 'who'), `rules[${index}].unless[${at}].who`)),
      ...items(dig(rule, 'then')).flatMap((stage, at) => attributesIn(dig(stage, 'only'), `rules[${index}].then[${at}].only`)),
    ]),
  ];
}

function attributesIn(who: unknown, path: string): readonly Word[] {
  const own = textsIn(dig(who, 'attribute')).map((name) => word(`${path}.attribute`, name, 'who'));
  const values = ['is', 'isNot', 'oneOf', 'noneOf'].flatMap((key) => textsIn(dig(who, key)).map((value) => word(`${path}.${key}`, value, 'who')));
  const inner = ['all', 'any'].flatMap((key) => items(dig(who, key)).flatMap((each, index) => attributesIn(each, `${path}.${key}[${index}]`)));
  const not = dig(who, 'not');
  return [...own, ...values, ...inner, ...(not === undefined ? [] : attributesIn(not, `${path}.not`))];
}

/** What rules and their parts are called: these stand in facts. */
function namesOf(written: unknown): readonly Word[] {
  const isFileNoted = dig(written, 'note') !== undefined;
  const places = ['elements', 'workflows'].flatMap((kind) => entriesOf(dig(written, 'places', kind)).map(([name]) => word(`places.${kind}.${name}`, name, 'name', isFileNoted)));
  const rules = items(dig(written, 'rules')).flatMap((rule, index) => {
    const isNoted = isFileNoted || dig(rule, 'note') !== undefined;
    const named = (value: unknown, path: string): readonly Word[] => textsIn(value).map((text) => word(`rules[${index}].${path}`, text, 'name', isNoted));
    return [
      ...['id', 'name', 'intent'].flatMap((key) => named(dig(rule, key), key)),
      ...named(dig(rule, 'experiment', 'id'), 'experiment.id'),
      ...items(dig(rule, 'experiment', 'variants')).flatMap((variant, at) => named(dig(variant, 'id'), `experiment.variants[${at}].id`)),
      ...eventsIn(rule, `rules[${index}]`).map(([path, event]) => word(path, event, 'name', isNoted)),
    ];
  });
  return [...places, ...rules];
}

/** The host's own events, wherever they are named. */
function eventsIn(value: unknown, path: string): readonly (readonly [path: string, event: string])[] {
  if (typeof value === 'string') return value.startsWith('app:') ? [[path, value]] : [];
  return [...items(value).flatMap((item, index) => eventsIn(item, `${path}[${index}]`)), ...entriesOf(value).flatMap(([key, inner]) => eventsIn(inner, `${path}.${key}`))];
}

/** Addresses and names of pages. What a file leaves out (`notPath`) it spares. */
function pagesOf(written: unknown): readonly Word[] {
  const isFileNoted = dig(written, 'note') !== undefined;
  return [
    ...entriesOf(dig(written, 'places', 'pages')).flatMap(([name, page]) => {
      const path = textsIn(dig(page, 'path'));
      return [[name, `places.pages.${name}`] as const, ...path.map((each, index) => [each, `places.pages.${name}.path${Array.isArray(dig(page, 'path')) ? `[${index}]` : ''}`] as const)]
        .map(([value, at]) => word(at, value, 'page', isFileNoted));
    }),
    ...items(dig(written, 'rules')).flatMap((rule, index) => {
      const page = dig(rule, 'where', 'page');
      return textsIn(page).filter((each) => each.startsWith('/')).map((each, at) => word(`rules[${index}].where.page${Array.isArray(page) ? `[${at}]` : ''}`, each, 'page', isFileNoted || dig(rule, 'note') !== undefined));
    }),
  ];
}

function word(path: string, value: string, as: Word['as'], isNoted = false): Word {
  return { path, value, as, isNoted };
}
