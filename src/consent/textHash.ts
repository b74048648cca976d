/**
 * The SHA-256 of the words of a card, sentence by sentence as they stand there, one on a line; a control that shows none gives its
 * name. Browsers count only on secure pages: elsewhere there is none.
 */
export async function textHashOf(card: Element, sentences = 'h2,p,summary,li,button'): Promise<string | undefined> {
  const lines = [...card.querySelectorAll(sentences)].map((each) => each.textContent || each.getAttribute('aria-label'));
  try {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('\n')));
    return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  } catch {
    return undefined;
  }
}
