/**
 * `npm run schema`: what follows from docs/rules.schema.json, which is the source: the types of a rules file as written, and
 * the tables of keys in docs/rules.md. test/rules/generated.test.ts says when they are not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './tables.mjs';
import { typesOf } from './types.mjs';

const root = join(import.meta.dirname, '../..');

const read = (file) => readFileSync(join(root, file), 'utf8');

const schema = JSON.parse(read('docs/rules.schema.json'));

writeFileSync(join(root, 'src/rulesFile.ts'), await typesOf(schema));
writeFileSync(join(root, 'docs/rules.md'), withTables(read('docs/rules.md'), schema));
