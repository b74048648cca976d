import type { Help, HelpAnswer } from '../parts';
import type { AppSignal, CallToAction, OutcomeAnswer } from '../types';
import { focus } from './focus';
import { safeUrl } from './safeUrl';
import { pick } from './pick';

/** Something the visitor can choose. With a `url` it is a link. */
export interface Action {
  readonly label: string;
  readonly primary: boolean;
  readonly url?: URL;
  press(): void;
}

export interface Actions {
  /** What helps: the rule's buttons, or else a person. */
  readonly main: readonly Action[];
  /** What every nudge offers besides. */
  readonly quiet: readonly Action[];
}

/** Closes the help with this answer, and what the button pressed says besides. */
export type GiveAnswer = (answer: OutcomeAnswer, besides?: Pick<HelpAnswer, 'event' | 'forMs'>) => void;

export interface ActionOptions {
  /** The reasons as the visitor reads them, for the person who is asked. */
  readonly reasons: readonly string[];
  /** The page's URL; links are relative to it. */
  readonly base: string;
  readonly anchor: () => Element | undefined;
  readonly answer: GiveAnswer;
}

type Effect = Pick<Action, 'press' | 'url'>;

/** What the visitor can choose. Nothing is offered twice, and there is no button that could do nothing. */
export function actionsOf(help: Help, options: ActionOptions): Actions {
  const { locale, words, text: { ctas } } = help;
  const main = ctas.flatMap((cta) => action(pick(cta.label, locale), effectOf(cta, help, options), cta.style === 'primary'));
  const human = ctas.some((cta) => cta.do === 'talk-to-human') ? [] : action(words.human, humanEffect(help, options), true);
  const notNow = ctas.some((cta) => cta.do === 'snooze') ? [] : action(words.notNow, answers('not-now', options));
  const never = action(words.never, answers('never', options));
  return main.length ? { main, quiet: [...human, ...notNow, ...never] } : { main: human, quiet: [...notNow, ...never] };
}

function action(label: string, effect: Effect | undefined, primary = false): readonly Action[] {
  return effect ? [{ label, primary, ...effect }] : [];
}

function effectOf(cta: CallToAction, help: Help, options: ActionOptions): Effect | undefined {
  switch (cta.do) {
    // “Got it” takes the help; “No thanks” does not
    case 'close': return answers(cta.style === 'primary' ? 'action' : 'closed', options);
    case 'snooze': return answers('not-now', options, cta.forMs ? { forMs: cta.forMs } : {});
    case 'open-url': return leadsTo(cta.target, 'action', options);
    case 'focus-element': return { press: () => goTo(cta.target, help, options) };
    case 'app-event': return answers('action', options, isAppSignal(cta.target) ? { event: cta.target } : {});
    case 'talk-to-human': return humanEffect(help, options);
  }
}

function humanEffect({ human }: Help, options: ActionOptions): Effect | undefined {
  const { chat, contact } = human ?? {};
  if (!chat) return leadsTo(contact, 'human', options);
  return {
    press() {
      options.answer('human');
      void chat({ place: '', reasons: options.reasons, text: options.reasons.join('\n') });
    },
  };
}

function answers(answer: OutcomeAnswer, options: ActionOptions, besides?: Parameters<GiveAnswer>[1]): Effect {
  return { press: () => options.answer(answer, besides) };
}

function leadsTo(target: string | undefined, answer: OutcomeAnswer, options: ActionOptions): Effect | undefined {
  const url = safeUrl(target, options.base);
  return url && { url, press: () => options.answer(answer) };
}

/** To the element of that name, else to the anchor. The visitor asked to be taken there, so the page may scroll. */
function goTo(name: string | undefined, { find }: Help, { anchor, answer }: ActionOptions): void {
  const element = (name && find(name)) || anchor();
  answer('action');
  focus(element);
}

function isAppSignal(event: string | undefined): event is AppSignal {
  return !!event?.startsWith('app:');
}
