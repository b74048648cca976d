/** A link that can only lead somewhere: web pages, a letter, a call. Never `javascript:` or `data:`. */
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/** The URL, resolved against the page's, when it is one that a link may have. */
export function safeUrl(url: string | undefined, base: string): URL | undefined {
  try {
    const parsed = new URL(url ?? '', base);
    return url && SCHEMES.includes(parsed.protocol) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
