import Ajv from 'ajv';
import { readFileSync } from 'node:fs';

/** @typedef {import('./store.js').Batch} Batch @typedef {import('./store.js').Erasure} Erasure @typedef {import('./store.js').Fact} Fact */

const schema = JSON.parse(readFileSync(new URL('../../docs/batch.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: true, schemas: [schema] });
const validateBatch = ajv.compile({ ...schema, $id: 'envelope', properties: { ...schema.properties, facts: { ...schema.properties.facts, items: {} } } });
const KINDS = /** @type {const} */ (['signal', 'decision', 'nudge', 'outcome', 'feedback']);
const validateErasure = ajv.compile({ $ref: `${schema.$id}#/definitions/erasure` });
const validators = new Map(KINDS.map((kind) => [/** @type {string} */ (kind), ajv.getSchema(`${schema.$id}#/definitions/${kind}`)]));

/**
 * Holds what was sent against the closed schema: what it does not name is refused. A fault of the batch refuses the batch, a fault of a fact that fact alone.
 * @param {unknown} value
 * @returns {{ batch: Batch, rejected: { index: number, reason: string }[] } | { erasure: Erasure } | { problem: string }}
 */
export function check(value) {
  if (Object.hasOwn(Object(value), 'erase')) return validateErasure(value) ? { erasure: /** @type {Erasure} */ (value) } : { problem: reasonOf(validateErasure.errors?.[0], '') };
  if (!validateBatch(value)) return { problem: reasonOf(validateBatch.errors?.[0], '') };
  const batch = /** @type {Batch} */ (value);
  const rejected = batch.facts.flatMap((fact, index) => {
    const reason = faultOf(fact, `/facts/${index}`);
    return reason ? [{ index, reason }] : [];
  });
  if (rejected[0] && rejected.length === batch.facts.length) return { problem: rejected[0].reason };
  const refused = new Set(rejected.map(({ index }) => index));
  return { batch: { ...batch, facts: batch.facts.filter((_, index) => !refused.has(index)) }, rejected };
}

/** @param {unknown} fact @param {string} path */
function faultOf(fact, path) {
  const kind = /** @type {{ kind?: unknown }} */ (Object(fact)).kind;
  const validate = typeof kind === 'string' ? validators.get(kind) : undefined;
  if (!validate) return `${path}/kind: must be one of ${KINDS.join(', ')}`;
  return validate(fact) ? undefined : reasonOf(validate.errors?.[0], path);
}

/**
 * Where, what is wrong, and what would be right; never a value that was sent.
 * @param {import('ajv').ErrorObject | undefined} error @param {string} path
 */
function reasonOf(error, path) {
  if (!error) return `${path || '/'}: is not right`;
  const { instancePath, keyword, params, message, schemaPath } = error;
  const at = path + instancePath || '/';
  if (keyword === 'additionalProperties') return `${at}: the key “${String(params.additionalProperty).slice(0, 40)}” is not known; docs/wire.md lists those that are`;
  if (keyword === 'enum') return `${at}: must be one of ${params.allowedValues.join(', ')}`;
  if (keyword === 'const') return `${at}: must be ${JSON.stringify(params.allowedValue)}`;
  return `${at}: ${message} (${schemaPath.replace(/^.*#/, '')} of docs/batch.schema.json)`;
}
