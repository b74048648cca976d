/** Pages made of web components have thousands; looking into more at each press would be felt. */
const MOST_ROOTS = 200;

/** What furrow shows is no answer of the page. */
const OWN = /^furrow-/;

/** The open shadow roots of a page, those inside them included. Goes through all elements: ask for it seldom, and after a paint. */
export function openRoots(document: Document): readonly ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  // what was found is gone through in its turn
  for (let tree: ParentNode | undefined = document, next = 0; tree && roots.length < MOST_ROOTS; tree = roots[next++]) {
    for (const { shadowRoot, localName } of tree.querySelectorAll('*')) if (shadowRoot && !OWN.test(localName)) roots.push(shadowRoot);
  }
  return roots.slice(0, MOST_ROOTS);
}
