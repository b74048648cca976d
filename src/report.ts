import type { CreateReport } from './parts';
import type { Events, Fact } from './types';
import { createMemoryStore, createStore } from './browser/store';
import { createAnonymiser } from './report/anonymise';
import { furrowFormat } from './report/encode/furrow';
import { createQueue } from './report/queue';
import { createSend } from './report/send';

declare const VERSION: string;

/** The nouns of which facts are made; the others stay in the page. */
type Makers = { readonly [K in keyof Events]?: (event: Events[K], now: number) => Fact | undefined };

/** The report stage, bound to its store: facts are made, kept, and sent until the collector has them. */
export const createReport: CreateReport = ({ page, rules, signals, url, durable, purposes, visit, load, route, fail }) => {
  const wall = (at: number): number => page.window.performance.timeOrigin + at;
  const store = durable ? createStore('furrow', (cause) => fail('keeping facts', cause)) : createMemoryStore();
  const makers: Makers = createAnonymiser({ rules, signals, route, load, wall });
  const queue = createQueue({
    page, store, send: createSend(page, url, furrowFormat, () => wall(page.now())), visit, purposes, sdk: `furrow/${VERSION}`, wall,
    onError: (cause) => fail('sending facts', cause),
  });

  return {
    add(type, event, now) {
      const fact = makers[type]?.(event, now);
      if (fact) queue.add(fact);
    },
    kept: async () => ({ stored: durable ? await store.keys() : [], waiting: await queue.waiting() }),
    facts: queue.facts,
    purge: (atCollector) => (atCollector ? queue.erase() : queue.clear()),
  };
};
