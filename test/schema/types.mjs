import { compile } from 'json-schema-to-typescript';

const MADE = '/* eslint-disable -- made by `npm run schema` from docs/rules.schema.json; what is changed here is lost */';

const FILE = '/** A rules file as people write it; `rules/read.ts` checks what is given. */';

/** Text that begins with a sign, which a type can tell. */
const SIGNED = { appEvent: '`app:${string}`', path: '`/${string}`' };

/** The schema as types: readonly, each with its description, and none but the file's for others to import. */
export async function typesOf(schema) {
  const types = await compile(sayable(schema), 'RulesFile', {
    bannerComment: '', additionalProperties: false, ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 160 },
  });
  return `${MADE}\n\n${compact(types).trim().replace(/^export /m, `${FILE}\n$&`)}\n`;
}

/** The schema without what types cannot say, each definition under a name that is free: types.ts has the shorter ones, for the rules as checked. */
function sayable({ title: _title, description: _description, definitions, ...file }) {
  const named = Object.entries(definitions).map(([name, { allOf: _conditions, ...definition }]) =>
    [name, { ...definition, title: `Written${name[0].toUpperCase()}${name.slice(1)}`, ...(SIGNED[name] && { tsType: SIGNED[name] }) }]);
  return { ...file, definitions: Object.fromEntries(named) };
}

function compact(types) {
  return types
    .replace(/^ *\*(?: @(?:min|max)Items.*)?\n(?= *\*[ /])/gm, '')
    .replace(/^( *)\/\*\*\n *\* ([^\n]*)\n *\*\//gm, '$1/** $2 */')
    .replace(/{\n *\[k: string\]: (\w+);\n *}/g, 'Readonly<Record<string, $1>>')
    .replace(/^( +)((?:'[^']+'|[\w$]+)\??: )/gm, '$1readonly $2')
    .replace(/(\w+|\([^()]*\))\[\]/g, 'readonly $1[]')
    .replace(/(\[[^[\]]+\])\[\]/g, 'readonly (readonly $1)[]')
    .replace(/^export (?!interface RulesFile)/gm, '')
    .replace(/([};])\n(?=\/\*\*|export)/g, '$1\n\n');
}
