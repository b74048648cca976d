/** Puts values in a sentence. */
export function format(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/{(\w+)}/g, (_, name: string) => String(values[name] ?? ''));
}
