const HEAD = ['| key | default | what it is |', '| --- | --- | --- |'];

/** The page with its tables of keys made anew: between `<!-- keys:rule -->` and `<!-- /keys -->` stand the keys of that definition, for `file` those of the file. */
export function withTables(page, schema) {
  return page.replace(/(<!-- keys:(\w+) -->\n)[^]*?(?=<!-- \/keys -->)/g, (_, marker, name) => `${marker}${tableOf(schema, name)}`);
}

function tableOf(schema, name) {
  const definition = name === 'file' ? schema : schema.definitions[name];
  if (!definition) throw new Error(`docs/rules.md asks for the keys of ${name}, which docs/rules.schema.json does not define`);
  return [...HEAD, ...keysOf(definition).map((key) => row(key, schema.definitions)), ''].join('\n');
}

/** The keys of an object; of a choice between several, those of each. */
function keysOf(definition) {
  const choices = definition.anyOf ?? [definition];
  const all = choices.flatMap(({ properties, required = [] }) => Object.entries(properties).map(([key, value]) => ({ key, value, required: !definition.anyOf && required.includes(key) })));
  return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
}

function row({ key, value, required }, definitions) {
  const [, what, , otherwise = ''] = /^(.*?)( Default: (.*)\.)?$/.exec(value.description ?? definitionOf(value, definitions).description);
  const given = 'default' in value ? code(value.default) : otherwise;
  return `| \`${key}\` | ${required ? 'required' : given} | ${[what, ...rangeOf(value), ...wordsOf(value)].join(' ')} |`;
}

function definitionOf(value, definitions) {
  return definitions[value.$ref.split('/').at(-1)];
}

function code(value) {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value).replace(/[:,]/g, '$& ').replace(/[{}]/g, (brace) => (brace === '{' ? '{ ' : ' }'))}\``;
}

/** Between which numbers it may be, where that tells something. */
function rangeOf({ type, minimum, maximum }) {
  const isTelling = minimum !== undefined && maximum < 1e9;
  return isTelling ? [`${type === 'integer' ? 'Whole, from' : 'From'} ${minimum} to ${maximum}.`.replace('-', '−')] : [];
}

function wordsOf({ enum: words, markdownEnumDescriptions: meanings }) {
  if (!words) return [];
  return [`${words.map((word, index) => `\`${word}\`${meanings ? ` (${meanings[index][0].toLowerCase()}${meanings[index].slice(1)})` : ''}`).join(', ')}.`];
}
