import type { Detector, PressKind } from '../types';
import { watchFriction } from './friction';
import { innermost } from '../watch/innermost';
import { isShortcut } from '../watch/isShortcut';

/** Opening help is a sign by itself; looking for a word in the page is not. */
const STRENGTH = 0.5;
const FIND_STRENGTH = 0.35;
/** In the middle of something, and after something went wrong, it is surer. */
const IN_STEP = 0.2;
const AFTER_FRICTION = 0.2;

/** What sites call it in addresses, in the languages of most of them. */
const WORDS = 'help|support|faqs?|docs|contact|chat|hilfe|kontakt|aide|ayuda|soporte|contacto|ajuda|suporte|contato|aiuto|assistenza|contatti|hulp|pomoc|hj[aäæe]lp';
/** A whole part of an address, a host or a name, so that contact lenses are none. */
const HELP = new RegExp(`(^|[/.:?#])(${WORDS})([-_]?(cent(er|re)|us|desk|form|page|button|link))?($|[/.:?#@&])`, 'i');
/** A button that says no more than this, in any script. */
const QUESTION = /^\s*[?？؟]\s*$/;
/** So many side by side ask nobody anything. */
const BOARD = 4;
const CONTROL = 'a,area,button,summary,[role=button],[role=link]';

/**
 * Sees a visitor look for help: a link to help, support or contact, a “?” button, a chat, F1, or the browser's search.
 * Which it is, addresses, relations and the host's own names tell, never a text. Forgives browsing in help pages.
 */
export function helpSeek(): Detector {
  return {
    name: 'help-seek',
    family: 'paths',
    start(watch, emit) {
      const { document, location } = watch.window;
      const hadFriction = watchFriction(watch);

      function tell(kind: 'help' | 'find', input: PressKind, target?: Element): void {
        if (HELP.test(location.hostname + location.pathname) || (target && watch.ignored(target, 'help-seek'))) return;
        const strength = (kind === 'help' ? STRENGTH : FIND_STRENGTH) + (watch.steps().length ? IN_STEP : 0) + (hadFriction() ? AFTER_FRICTION : 0);
        emit({ name: 'help-seek', at: watch.now(), strength, ...(target && { target }), evidence: { kind, input } });
      }

      /** In a form that is named so, as for questions, help is what it is for, and pressing things there is filling it in. */
      function isNamed(target: Element): boolean {
        const form = target.closest('form');
        const around = form ? watch.names(form) : [];
        return watch.names(target).some((name) => HELP.test(name) && !around.includes(name));
      }

      watch.onPress(({ target, kind, control: pressed }) => {
        const control = target.closest(CONTROL);
        if ((control && isHelpLink(control)) || (pressed === 'effectful' && isNamed(target))) tell('help', kind, control ?? target);
      });
      watch.on('keydown', (event) => {
        if (event.repeat || event.shiftKey || event.altKey) return;
        if (event.key === 'F1') tell('help', 'key', innermost(event));
        if (isShortcut(event, 'f')) tell('find', 'key');
      });
      // a chat is a frame of another origin: that the focus went into it is all that can be seen
      watch.on('blur', () => watch.soon(() => {
        const frame = document.activeElement;
        if (frame?.localName === 'iframe' && HELP.test(partsOf(frame.getAttribute('src') ?? ''))) tell('help', 'mouse', frame);
      }));
    },
  };
}

function isHelpLink(control: Element): boolean {
  return control.matches('[rel~=help]') || HELP.test(partsOf(control.getAttribute('href') ?? '')) || (isQuestion(control) && !isBoard(control));
}

function isQuestion({ textContent }: Element): boolean {
  return QUESTION.test(textContent?.slice(0, 5) ?? '');
}

/** Outside of forms, a group with many of them is a game. */
function isBoard(control: Element): boolean {
  const { parentElement } = control;
  const group = [...(parentElement?.parentElement ?? parentElement)?.querySelectorAll(CONTROL) ?? []];
  return !control.closest('form') && group.filter(isQuestion).length >= BOARD;
}

/** An address without what was searched for. */
function partsOf(href: string): string {
  return href.replace(/[?&]\w+=[^&#]*/g, '');
}
