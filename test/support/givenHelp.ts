import { createBesides } from '../../src/nudge/besides';
import type { Help } from '../../src/parts';
import type { CallToAction } from '../../src/types';
import { words } from '../../src/words/en/nudge';
import { words as why } from '../../src/words/en/why';

/** A button of the rule, named after what it does. */
export function givenCta(does: CallToAction['do'], given: Partial<CallToAction> = {}): CallToAction {
  return { label: does, do: does, target: undefined, forMs: undefined, style: 'plain', ...given };
}

/** Help with a title and nothing else. */
export function givenHelp(given: Partial<Help> = {}, text: Partial<Help['text']> = {}): Help {
  return {
    id: 'n1', why: undefined, reasons: [], counterfactual: undefined, channel: 'tooltip', locale: 'en', words, human: undefined,
    anchor: () => undefined, find: () => undefined, settings: () => undefined,
    besides: () => Promise.resolve(createBesides(why)),
    text: { template: 'tooltip', at: undefined, side: 'auto', title: 'Stuck?', body: undefined, ctas: [], steps: [], ...text },
    ...given,
  };
}

/** Ways to a person; without a chat unless one is given. */
export function givenHuman(given: Partial<NonNullable<Help['human']>> = {}): NonNullable<Help['human']> {
  return { chat: undefined, contact: undefined, page: '/checkout/payment', trail: [], reach: {}, ...given };
}
