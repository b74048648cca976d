import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

export const batchSchema = JSON.parse(readFileSync(new URL('../../docs/batch.schema.json', import.meta.url), 'utf8')) as {
  readonly $id: string;
  readonly properties: Readonly<Record<string, object>>;
  readonly definitions: Readonly<Record<string, { readonly required?: readonly string[]; readonly properties?: Readonly<Record<string, { readonly description?: string; readonly $ref?: string; readonly enum?: readonly string[]; readonly type?: string }>> }>>;
};

const ajv = new Ajv({ schemas: [batchSchema], allErrors: true });

/** What the wire schema finds wrong with a batch, or with a fact of that kind. */
export function faultsOf(value: unknown, kind?: string): readonly string[] {
  const validate = ajv.getSchema(batchSchema.$id + (kind ? `#/definitions/${kind}` : ''));
  if (!validate) throw new Error(`the schema has no ${String(kind)}`);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
}
