/** The fields of anything; nothing has none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return { ...(typeof value === 'object' && value) };
}
