import type { Desk, GateContext, Parts, Running } from './parts';
import type { Answer, ChatAdapter, ConsentCause, ConsentDetail, ConsentManager, Furrow, HostWords, Options, Purpose, Receipt } from './types';
import { deleteStore } from './browser/deleteStore';
import { createEmitter } from './browser/emitter';
import { createRecords } from './browser/records';
import { isReceipt, isYes, makeReceipt, purposesOf, validReceipt } from './consent/receipt';
import { refusalOf } from './consent/refusal';

export interface Gate {
  readonly furrow: Furrow;
  /** Tells of a mistake in how furrow was called. */
  fail(during: string, cause: unknown): void;
}

/**
 * The consent gate. Until the visitor has said yes this is all of furrow that a page has loaded: it listens to nothing,
 * and reads its own receipt once.
 */
export function createFurrow(window: Window & typeof globalThis, given: Options, parts: Parts): Gate {
  const options = { ...given, locale: given.locale || window.document.documentElement.lang || window.navigator.language };
  const { on, emit, fail } = createEmitter(options.onError);
  const records = createRecords(window, options.storage);
  const refusal = refusalOf(window, options.automated);
  /** The visitor's own browser said it, for whatever they said before. */
  const isSaid = refusal === 'gpc' || refusal === 'dnt';
  let receipt: Receipt | undefined;
  /** What earlier pages left, read once. */
  let found: unknown;
  let chat: ChatAdapter | undefined;
  /** A consent manager decides: furrow does not ask, and a yes that it remembers waits for the manager's. */
  let isManaged = !!options.cmp;
  let asking: Promise<Receipt | undefined> | undefined;
  let visit: { readonly end: AbortController; readonly running: Promise<Running | undefined> } | undefined;

  /** What the host says of the visitor and the moment; a visit that begins later hears it too. */
  const said: ((host: HostWords) => void)[] = [];
  /** What is kept on the device once it is heard is said once: later the visitor may have said otherwise. */
  const once: typeof said = [];
  let host: HostWords | undefined;

  function say(words: (host: HostWords) => void, list = said): void {
    if (!host || list === said) list.push(words);
    if (host) words(host);
  }

  /** A moment later, so that the host has subscribed and hears what was remembered. */
  const remembered = Promise.resolve().then(() => {
    if (refusal) return isSaid && isYes(last()) ? stop('signal', make('signal')) : tell('signal');
    if (receipt) return;
    receipt = validReceipt(last(), options);
    if (isManaged ? receipt && !isYes(receipt) : receipt) start('remembered');
    else if (!isManaged && options.ask !== 'manual') void ask();
  });

  function ask(): Promise<Receipt | undefined> {
    return (asking ??= question().finally(() => (asking = undefined)));
  }

  async function question(): Promise<Receipt | undefined> {
    await remembered;
    if (refusal || receipt || isManaged) return receipt;
    try {
      const prompt = await parts('prompt');
      await prompt(gate);
    } catch (cause) {
      fail('asking for consent', cause);
    }
    return receipt;
  }

  function grant(purposes?: readonly Purpose[], detail?: ConsentDetail): void {
    if (refusal) return fail('grant', `the browser says no for the visitor (${refusal})`);
    const all = purposesOf(options);
    const granted = Array.isArray(purposes) ? all.filter((each) => purposes.includes(each)) : all;
    if (!granted.includes('notice')) return fail('grant', 'it needs “notice”');
    void answered(make('granted', granted, detail));
  }

  function make(decision: Answer, purposes: readonly Purpose[] = [], detail?: ConsentDetail): Receipt {
    return makeReceipt(decision, purposes, options, last(), detail);
  }

  /** The last receipt, of this page or of one before it, valid or not. */
  function last(): Receipt | undefined {
    const kept = receipt ?? (found ??= options.receipt ?? records.read('receipt') ?? 0);
    return isReceipt(kept) ? kept : undefined;
  }

  /** A no also deletes what an earlier yes left, in this page or before it. */
  async function answered(answer: Receipt): Promise<void> {
    if (!isYes(answer) && isYes(last())) return stop('answered', answer);
    receipt = answer;
    if (!options.receipt) records.write('receipt', answer);
    start('answered');
  }

  /** Begins a visit when the receipt allows one; whatever ran before has ended. */
  function start(because: ConsentCause): void {
    visit?.end.abort();
    visit = host = undefined;
    if (isYes(receipt)) visit = begin(receipt);
    tell(because);
  }

  function begin(granted: Receipt): typeof visit {
    const end = new AbortController();
    const running = parts('core')
      .then((run) => (end.signal.aborted ? undefined : run({ ...gate, receipt: granted, end: end.signal, chat: () => chat, hear })))
      .then((started) => {
        if (!end.signal.aborted && (host = started?.host)) for (const words of [...said, ...once.splice(0)]) words(host);
        return started;
      })
      .catch((cause: unknown) => void (end.signal.aborted || fail('starting', cause)));
    return { end, running };
  }

  /** Another tab has told of an answer. It can end this visit, or change what it may do; it begins none. */
  function hear(told: unknown): void {
    const other = isReceipt(told) && validReceipt(told, options);
    if (!other || other.id === receipt?.id) return;
    if (!isYes(other)) return void stop('other-tab', other);
    receipt = other;
    start('other-tab');
  }

  /**
   * Ends everything that runs and deletes everything that is kept, except the no itself. Each tab writes it: what another
   * one has just written is not yet seen everywhere (Firefox), and would be deleted with the rest.
   */
  async function stop(because: ConsentCause, no: Receipt): Promise<void> {
    const stopped = visit;
    visit = host = undefined;
    stopped?.end.abort(no);
    receipt = no;
    clear();
    if (!options.receipt) records.write('receipt', no);
    tell(because);
    await (await stopped?.running)?.purge();
    await deleteStore(window);
  }

  /** Deletes all records but the answer. */
  function clear(): readonly string[] {
    return [records, createRecords(window, 'session')].flatMap((kept) => kept.keys().filter((key) => key !== 'receipt').map((key) => {
      kept.remove(key);
      return key;
    }));
  }

  async function desk(): Promise<Desk> {
    const create = await parts('desk');
    return create(gate);
  }

  function preferences(opener?: Element): void {
    desk().then((at) => at.preferences(opener)).catch((cause: unknown) => fail('the preferences', cause));
  }

  function use(adapter: ChatAdapter | ConsentManager): void {
    if (!adapter?.id) return fail('use', 'it needs an adapter, with an id');
    if (!('follow' in adapter)) return void (chat = adapter);
    isManaged = true;
    void remembered.then(() => refusal || adapter.follow(window, furrow)).catch((cause: unknown) => fail(adapter.id, cause));
  }

  function tell(because: ConsentCause): void {
    emit('consent', { receipt, granted: !!visit, because });
  }

  function no(decision: 'refused' | 'withdrawn', detail?: ConsentDetail): Promise<void> {
    return answered(make(decision, [], detail));
  }

  const furrow: Furrow = {
    ask,
    grant,
    refuse: (detail) => void no('refused', detail),
    withdraw: (detail) => no('withdrawn', detail),
    receipt: () => receipt,
    on,
    preferences,
    export: async () => (await desk()).export(),
    forget: async () => (await desk()).forget(),
    use,
    signal(name, detail) {
      void visit?.running.then((running) => running?.signal(name, detail));
    },
    setAttributes: (attributes) => say((host) => host.setAttributes(attributes)),
    incident: (incident) => say((host) => host.incident(incident)),
    contacted: (contact) => say((host) => host.contacted(contact), once),
    hold: (hold) => say((host) => host.hold(hold)),
    holidays: (dates) => say((host) => host.holidays(dates)),
    prefer(preferences) {
      say((host) => host.prefer(preferences), once);
      emit('preferences', preferences);
    },
    explain: async () => (await desk()).explain(),
  };
  const gate: GateContext = { window, options, furrow, refusal, records, parts, last, running: async () => visit?.running, clear, restart: () => void (visit && start('remembered')), emit, fail };
  if (options.inspect && window.location.search.includes('furrow=inspect')) {
    desk().then((at) => at.inspect()).catch((cause: unknown) => fail('inspect', cause));
  }
  const { cmp, cmpCategory } = options;
  if (cmp && !refusal) parts(`cmp.${cmp}`).then((make) => use(make({ category: cmpCategory }))).catch((cause: unknown) => fail(`the consent manager “${cmp}”`, cause));
  return { furrow, fail };
}
