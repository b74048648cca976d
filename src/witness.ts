import type { Report, ReportContext, Visit } from './parts';
import type { Decision, Events, Signal } from './types';
import { deleteStore } from './browser/deleteStore';
import { createRecent, type Recent } from './browser/recent';

/** Tells everybody who wants to know what happens: the host, the collector, and who asks for an explanation later. */
export interface Witness {
  /** `now` is when it was heard: a score and a fact that say the same time agree to the last bit. */
  tell<K extends keyof Events>(type: K, event: Events[K], now?: number): void;
  signals(): readonly Signal[];
  decisions(): readonly Decision[];
  /** What the report keeps in this browser. */
  kept: Report['kept'];
  facts: Report['facts'];
  /** Deletes what the report keeps. */
  purge: Report['purge'];
}

type Remembered = { readonly [K in keyof Events]?: Recent<Events[K]> };

export function createWitness(visit: Visit, here: Pick<ReportContext, 'page' | 'rules' | 'signals' | 'visit' | 'load' | 'route'>): Witness {
  const signal = createRecent<Signal>();
  const decision = createRecent<Decision>();
  const remembered: Remembered = { signal, decision };
  const mayReport = visit.receipt.purposes.includes('improve');
  const reporting = mayReport ? reportOf(visit, here) : Promise.resolve(undefined);
  if (!mayReport) void deleteStore(visit.window);

  return {
    tell(type, event, now = here.page.now()) {
      remembered[type]?.add(event);
      visit.emit(type, event);
      void reporting.then((report) => report?.add(type, event, now));
    },
    signals: signal.all,
    decisions: decision.all,
    kept: async () => (await reporting)?.kept() ?? { stored: [], waiting: 0 },
    facts: async () => (await reporting)?.facts() ?? [],
    async purge(atCollector) {
      // who agreed before and no more has something to be deleted there too
      const report = await reporting ?? (atCollector ? await reportOf(visit, here) : undefined);
      await report?.purge(atCollector);
    },
  };
}

/** What tells the collector; nothing where the page has none. */
async function reportOf({ options, receipt: { purposes }, parts, fail }: Visit, here: Parameters<typeof createWitness>[1]): Promise<Report | undefined> {
  if (!options.collect) return undefined;
  try {
    const createReport = await parts('report');
    return createReport({ ...here, url: options.collect, durable: (options.storage ?? 'local') === 'local', purposes, fail });
  } catch (cause) {
    fail('loading the report', cause);
    return undefined;
  }
}
