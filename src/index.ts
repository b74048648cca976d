import type { Files } from './parts';
import type { Furrow, Options } from './types';
import { createFurrow as createGate } from './furrow';
import { wordFiles } from './words/files';

export type {
  AppSignal, AttributeValue, Batch, ChatAdapter, ChatOpened, ConsentChange, ConsentDetail, ConsentManager, Contact, Contribution, Decision, Detector, Events, Explanation, Fact, Feedback, Furrow, FurrowError, Gate,
  Handover, Hold, HostWords, Incident, Nudge, Options, Outcome, OutcomeAnswer, Preferences, Problem, Purpose, Receipt, RuleExplanation, Score, Signal, SignalFamily, SignalName,
} from './types';
export type { RulesFile } from './rulesFile';

/**
 * Starts furrow in this page. Before the visitor's yes it loads nothing, listens to nothing and writes nothing.
 * Throws outside a browser; every other mistake goes to `onError`.
 */
export function createFurrow(options: Options = {}): Furrow {
  if (typeof window === 'undefined') throw new Error('furrow: createFurrow needs a page; call it in the browser, for example in an effect.');
  const { detectors } = options;
  const files: { readonly [Name in keyof Files]: () => Promise<Files[Name]> } = {
    core: async () => (await import('./run')).run,
    detect: async () => (detectors ? (await import('./detect/noticeWith')).noticeWith(detectors) : (await import('./notice')).notice),
    rules: async () => (await import('./rules/load')).loadRules,
    speak: async () => (await import('./speak')).createSpeaking,
    report: async () => (await import('./report')).createReport,
    prompt: async () => (await import('./consent/question')).question,
    nudge: async () => (await import('./nudge/show')).createShowing,
    besides: async () => (await import('./nudge/besides')).createBesides,
    desk: async () => (await import('./desk')).createDesk,
    preferences: async () => (await import('./preferences/preferences')).openPreferences,
    inspect: async () => (await import('./inspect/inspect')).inspect,
    ...wordFiles,
  };
  return createGate(window, options, async (name) => {
    const fetch: (() => Promise<Files[typeof name]>) | undefined = files[name];
    if (!fetch) throw new Error(`“${name}” is no part of the bundle; a chat or a consent manager is connected by use(), with an adapter of furrow/chat or furrow/consent`);
    return fetch();
  }).furrow;
}
