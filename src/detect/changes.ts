/** What one press changed in the page, as far as it lasts. */
export interface Changes {
  add(record: MutationRecord, at: number): void;
  /** Another press begins: what has changed by now stays counted, whatever that one does to it. */
  freeze(): void;
  /** The changes that are still there, or were for long enough, and that a person can see. Reads layout. */
  lasting(now: number): readonly Change[];
}

export interface Change {
  readonly node: Node;
  /** An attribute, or `text` or `children`. */
  readonly name: string;
  readonly at: number;
  /** Within a region that speaks up: it may well be an error. */
  readonly alert: boolean;
}

interface Kept extends Change {
  /** Value at first (attributes and text). */
  readonly was: string | null;
  /** How many of each came (+) and went (−): all zero when everything is as before. */
  readonly balance: Map<string, number>;
  /** Elements without content came or went in the pressed control: as likely a ripple as an answer. */
  hollow: boolean;
  /** It counts, whatever becomes of it. */
  settled: boolean;
}

/** More changes than these are a new view; nobody needs to count further. */
const MOST = 64;
/** What was there for this long has been seen, though it went again (a toast, “Copied!”). */
const SEEN_MS = 100;
/** A ripple is gone by then; what is still there was meant to be seen. */
const HOLLOW_MS = 1000;
/** Elements larger than this are not compared with what replaced them. */
const MOST_COMPARED = 50;

/** Attributes that scripts write for themselves. */
const UNSEEN = /^(data-(?!state|open|active|selected|theme)|id$|name$|nonce$|on|tabindex$)/;
/** Elements that show nothing. */
const SILENT = /^(script|meta|link|title|base|template|noscript)$/;
const FULL = /^(img|svg|canvas|video|input|iframe|object)$/;
export const ALERT = '[role=alert],[aria-live=assertive]';

export function createChanges(target: Element): Changes {
  const kept: Kept[] = [];

  function entry({ target: node, oldValue }: MutationRecord, name: string, at: number): Kept | undefined {
    const found = kept.find((each) => each.node === node && each.name === name && !each.settled);
    if (found || kept.length >= MOST) return found;
    const alert = !!elementOf(node)?.closest(ALERT);
    const made = { node, name, at, alert, was: oldValue, balance: new Map<string, number>(), hollow: false, settled: false };
    kept.push(made);
    return made;
  }

  function addChildren(record: MutationRecord, at: number): Kept | undefined {
    const added = [...record.addedNodes].filter(canShow);
    const removed = [...record.removedNodes].filter(canShow);
    const into = added.length + removed.length ? entry(record, 'children', at) : undefined;
    if (!into) return undefined;
    into.hollow = target.contains(record.target) && [...added, ...removed].every(isHollow);
    for (const each of added) weigh(into.balance, each, 1);
    for (const each of removed) weigh(into.balance, each, -1);
    return into;
  }

  /** Attributes of the control itself that come and go are how it shows that it is pressed. */
  function isFeedback({ node, name, hollow }: Kept): boolean {
    return hollow || (target.contains(node) && name !== 'children' && name !== 'text');
  }

  return {
    add(record, at) {
      const name = record.type === 'attributes' ? record.attributeName ?? '' : 'text';
      if (record.type === 'attributes' && UNSEEN.test(name)) return;
      const into = record.type === 'childList' ? addChildren(record, at) : entry(record, name, at);
      if (into && !isDifferent(into) && at - into.at >= SEEN_MS && !isFeedback(into)) into.settled = true;
    },
    freeze() {
      for (const each of kept) each.settled ||= !each.hollow && isDifferent(each);
    },
    lasting: (now) => kept.filter((each) => (each.settled || (isDifferent(each) && !(each.hollow && now - each.at < HOLLOW_MS))) && isShown(each)),
  };
}

function isDifferent({ node, name, was, balance }: Kept): boolean {
  if (name === 'children') return [...balance.values()].some(Boolean);
  return was !== (name === 'text' ? node.nodeValue : elementOf(node)?.getAttribute(name));
}

function weigh(balance: Map<string, number>, node: Node, by: number): void {
  const key = signOf(node, balance.size);
  balance.set(key, (balance.get(key) ?? 0) + by);
}

/** Equal for equal nodes, so that a page that writes again what stood there has changed nothing. */
function signOf(node: Node, fresh: number): string {
  if (!isElement(node)) return node.nodeValue ?? '';
  return node.getElementsByTagName('*').length > MOST_COMPARED ? `${fresh}` : node.outerHTML;
}

function canShow(node: Node): boolean {
  return node.nodeType !== 8 && !SILENT.test(node.nodeName.toLowerCase()) && !isOurs(node);
}

/** furrow's own elements never count. */
export function isOurs({ nodeName }: Node): boolean {
  return /^furrow-/i.test(nodeName);
}

function isHollow(node: Node): boolean {
  return isElement(node) && !node.hasChildNodes() && !FULL.test(node.localName);
}

/** What is hidden now may have been hidden by the press; what stands in something hidden was never seen. */
function isShown({ node, name }: Change): boolean {
  const element = elementOf(node);
  const seen = name === 'children' || name === 'text' ? element : element?.parentElement;
  return seen?.isConnected !== false && (seen?.checkVisibility?.() ?? true);
}

function elementOf(node: Node): Element | null {
  return isElement(node) ? node : node.parentElement;
}

/** By its number, because a frame has classes of its own. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
