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
  /** What helps: the rule's buttons, or else a person. Where there are steps, these are what helps. */
  readonly main: readonly Action[];
  /** A person, where something else comes first. */
  readonly human: readonly Action[];
}

/** Closes the help with this answer, and what the button pressed says besides. */
export type GiveAnswer = (answer: OutcomeAnswer, besides?: Pick<HelpAnswer, 'event' | 'forMs' | 'here'>) => void;

export interface ActionOptions {
  /** The page's URL; links are relative to it. */
  readonly base: string;
  readonly anchor: () => Element | undefined;
  readonly answer: GiveAnswer;
  /** The visitor asked for a person, and there is a chat: shows what would be handed over. */
  readonly onHuman: () => void;
}

type Effect = Pick<Action, 'press' | 'url'>;

/** What the visitor can choose that helps. Nothing is offered twice, and there is no button that could do nothing. */
export function actionsOf(help: Help, options: ActionOptions): Actions {
  const { locale, words, text: { ctas, steps } } = help;
  // of steps the rule's buttons come with the last one, and a person is there in each
  const own = steps.length ? ctas.filter((cta) => cta.do !== 'talk-to-human') : ctas;
  const main = own.flatMap((cta) => action(pick(cta.label, locale), effectOf(cta, help, options), cta.style === 'primary'));
  const offered = own.some((cta) => cta.do === 'talk-to-human');
  const comesFirst = !main.length && !steps.length;
  const human = offered ? [] : action(words.human, humanEffect(help, options), comesFirst);
  return comesFirst ? { main: human, human: [] } : { main, human };
}

/** A link, for the answer that it gives; undefined where it leads nowhere safe. */
export function leadsTo(target: string | undefined, answer: OutcomeAnswer, options: Pick<ActionOptions, 'base'> & { readonly answer: (answer: OutcomeAnswer) => void }): Effect | undefined {
  const url = safeUrl(target, options.base);
  return url && { url, press: () => options.answer(answer) };
}

export function action(label: string, effect: Effect | undefined, primary = false): readonly Action[] {
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
  return human?.chat ? { press: options.onHuman } : leadsTo(human?.contact, 'human', options);
}

function answers(answer: OutcomeAnswer, options: ActionOptions, besides?: Parameters<GiveAnswer>[1]): Effect {
  return { press: () => options.answer(answer, besides) };
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
