import type { Besides, CardContext, Handing, Help } from '../parts';
import { actionsOf, type ActionOptions, type GiveAnswer } from './actions';
import type { CardProps } from './Card';
import { HelpBody, type Opened, type StepFace } from './HelpBody';
import { saidOf } from './said';
import { snoozeChoices } from './snooze';

export interface FaceOptions extends CardContext {
  readonly help: Help;
  /** The page's URL. */
  readonly base: string;
  readonly anchor: () => Element | undefined;
  /** The visitor asked why. */
  readonly onWhy: () => void;
  readonly answer: GiveAnswer;
  /** The help stands there no more. */
  readonly life: AbortSignal;
}

/** What something that stands on the page says. */
export interface Face {
  /** What the card says first. */
  readonly title: string;
  /** What a chip says. */
  readonly label: string;
  /** What stands in the card. */
  draw(): Pick<CardProps, 'title' | 'at' | 'children'>;
}

export interface HelpFace extends Pick<Face, 'title' | 'label'> {
  draw(step?: StepFace): ReturnType<Face['draw']>;
  /** Fetches what is needed only when it is asked for, so that it is here by then. */
  prepare(): void;
}

/** Where the visitor has not seen what would be handed over, nothing is. */
const NOTHING = { place: '', reasons: [], text: '', route: '' } as const;

/** What one piece of help says. */
export function createFace({ help, base, anchor, onWhy, onChange, answer, attempt, life }: FaceOptions): HelpFace {
  const { human, words } = help;
  const said = saidOf(help, anchor());
  const options: ActionOptions = { base, anchor, answer, onHuman: () => void onHuman() };
  const snooze = snoozeChoices(words, () => new Date(), answer);
  let actions = actionsOf(help, options);
  let reasons: ReturnType<Besides['why']> | undefined;
  let handover: Handing | undefined;
  let isWaiting = true;
  let isLate = false;
  let handing = false;
  let opened: Opened;

  async function prepare(): Promise<void> {
    isWaiting = true;
    const besides = await help.besides();
    isWaiting = false;
    attempt(() => {
      reasons ??= besides?.why(said);
      handover ??= human && besides?.handover(said, { human, base, answer, onChange, attempt, onBack: () => turn(false) });
    });
    onChange();
  }

  function turn(to: boolean): void {
    handing = to;
    onChange('#title');
  }

  async function onHuman(): Promise<void> {
    turn(true);
    if (!handover) {
      await prepare();
      if (life.aborted) return;
      if (!handover) return openUnseen();
      // it has another title now
      turn(true);
    }
    handover.begin();
  }

  /** Where there is no preview. A chat that cannot be reached either is not offered again. */
  async function openUnseen(): Promise<void> {
    const to = await human?.chat?.(NOTHING).catch(() => undefined);
    if (to === 'opened') return answer('human');
    actions = actionsOf({ ...help, human: human && { ...human, chat: undefined } }, options);
    turn(false);
  }

  function onToggle(what: Opened): void {
    opened = opened === what ? undefined : what;
    if (opened === 'why') {
      onWhy();
      isLate ||= !reasons;
      if (!reasons) void prepare();
    }
    onChange();
  }

  return {
    title: said.title,
    label: said.label,
    prepare: () => void prepare(),
    draw(step) {
      if (handing) return { title: handover?.title ?? words.human, children: handover?.draw() ?? <p role="status">…</p> };
      return {
        title: step?.title ?? said.title, at: step?.at,
        children: <HelpBody said={said} step={step} words={words} actions={actions} snooze={snooze} reasons={reasons ?? isWaiting} isLate={isLate} opened={opened} onToggle={onToggle} onSettings={help.settings} attempt={attempt} />,
      };
    },
  };
}
