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
  /** The attribute; undefined for text and children. */
  readonly name: string | null;
  readonly at: number;
  /** Within a region that speaks up: it may well be an error. */
  readonly alert: boolean;
}

interface Kept extends Change {
  /** The value at first. */
  readonly was: string | null;
  /** Nodes that came and nodes that went: none when everything is as before. */
  readonly came: Node[];
  readonly went: Node[];
  /** Elements without content came or went in the pressed control: as likely a ripple as an answer. */
  hollow: boolean;
  /** It counts, whatever becomes of it. */
  settled: boolean;
}

/** More changes than these are a new view; nobody needs to count further. */
const MOST = 64;
/** Each node that came is compared with each that went (2 ms for so many rows, 1 s for thousands); more count as a change unread. */
const MOST_NODES = 200;
/** What was there for this long has been seen, though it went again (a toast, “Copied!”). */
const SEEN_MS = 100;
/** A ripple is gone by then; what is still there was meant to be seen. */
const HOLLOW_MS = 1000;

/** Attributes that scripts write for themselves. */
const UNSEEN = /^(data-(?!state|open|active|selected|theme)|id$|name$|nonce$|on|tabindex$)/;
/** Nodes that show nothing, and furrow's own. */
const SILENT = /^(#comment|script|meta|link|title|base|template|furrow-.*)$/i;
const FULL = /^(img|svg|canvas|video|input|iframe|object)$/;
export const ALERT = '[role=alert],[aria-live=assertive]';

export function createChanges(target: Element): Changes {
  const kept: Kept[] = [];

  function entry({ target: node, oldValue: was, attributeName: name }: MutationRecord, at: number): Kept | undefined {
    const found = kept.find((each) => each.node === node && each.name === name && !each.settled);
    if (found || kept.length >= MOST) return found;
    const made = { node, name, was, at, alert: !!elementOf(node)?.closest(ALERT), came: [], went: [], hollow: false, settled: false };
    kept.push(made);
    return made;
  }

  return {
    add(record, at) {
      const [came, went] = [speaking(record.addedNodes), speaking(record.removedNodes)];
      const nodes = [...came, ...went];
      if (record.type === 'childList' ? !nodes.length : UNSEEN.test(record.attributeName ?? '')) return;
      const into = entry(record, at);
      if (!into) return;
      if (into.came.length + into.went.length + nodes.length > MOST_NODES) return void (into.settled = true);
      const inside = target.contains(record.target);
      into.hollow = inside && !!nodes.length && nodes.every(isHollow);
      for (const node of came) cancel(node, into.went, into.came);
      for (const node of went) cancel(node, into.came, into.went);
      // attributes of the control itself that come and go are how it shows that it is pressed
      const isFeedback = into.hollow || (inside && record.attributeName);
      into.settled ||= !isFeedback && at - into.at >= SEEN_MS && !isDifferent(into);
    },
    freeze() {
      for (const each of kept) each.settled ||= !each.hollow && isDifferent(each);
    },
    lasting: (now) => kept.filter((each) => (
      (each.settled || (isDifferent(each) && !(each.hollow && now - each.at < HOLLOW_MS))) && isShown(each)
    )),
  };
}

function speaking(nodes: NodeList): Node[] {
  return [...nodes].filter((node) => !SILENT.test(node.nodeName));
}

/** A node that comes cancels an equal one that went, and the other way round: to write again what stood there changes nothing. */
function cancel(node: Node, from: Node[], to: Node[]): void {
  const i = from.findIndex((each) => each.isEqualNode(node));
  if (i < 0) to.push(node);
  else from.splice(i, 1);
}

function isDifferent({ node, name, was, came, went, hollow }: Kept): boolean {
  if (hollow) return came.some(({ isConnected }) => isConnected);
  if (came.length + went.length) return true;
  return name ? was !== elementOf(node)?.getAttribute(name) : node.nodeValue !== was;
}

function isHollow(node: Node): boolean {
  return isElement(node) && !node.hasChildNodes() && !FULL.test(node.localName);
}

/** What is hidden now may have been hidden by the press; what stands in something hidden was never seen. */
function isShown({ node, name }: Change): boolean {
  const element = name ? node.parentElement : elementOf(node);
  return element?.checkVisibility?.() ?? true;
}

/** The element that a node is, or stands in; by its properties, because a frame has classes of its own. */
export function elementOf(node: Node): Element | null {
  return isElement(node) ? node : node.parentElement;
}

/** By its number, because a frame has classes of its own. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
