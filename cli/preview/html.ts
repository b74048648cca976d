/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[];

/** HTML with values in it; what is not HTML itself is escaped, so that no rules file can write a page of its own. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.map((part, index) => (index ? `${written(values[index - 1] ?? '')}${part}` : part)).join('') };
}

/** Data for a script that stands in the page; a text that would end the element cannot. */
export function json(data: unknown): Html {
  return { html: JSON.stringify(data).replaceAll('<', '\\u003c') };
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

function written(value: Value): string {
  if (typeof value === 'object') return 'html' in value ? value.html : value.map((each) => each.html).join('');
  return String(value).replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? '');
}
