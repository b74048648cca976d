import type { GateContext } from '../parts';
import { textHashOf } from '../consent/textHash';
import { holdingsOf } from '../holdings';
import type { PreferencesWords } from '../words/words';
import type { Allowed } from './allowed';
import { download } from './download';
import { isStored } from './isStored';
import { save } from './save';
import type { Surface } from './surface';
import type { Acts, View } from './view';
import { changesOf, isHours, wishesOf } from './wishes';

/** The words that an answer is given to: the notice, and what each switch is called. */
const AGREED_TO = 'h2,.notice dt,.notice dd,.agreed label>:nth-child(2)';

export interface Scene {
  readonly words: PreferencesWords;
  readonly all: Allowed;
  readonly surface: Surface;
  view(): View;
  see(change: Partial<View>): void;
}

/** What the visitor can do in the centre. Each says what was done; what fails is said there, with what to do. */
export function actsOf(context: GateContext, { words, all, surface, view, see }: Scene): Acts {
  const { window, options, furrow, records, fail } = context;

  /** Does what was asked for, says it, shows what is held now, and leaves the focus where the visitor goes on. */
  async function act(task: () => unknown, said: string, focused?: string): Promise<void> {
    try {
      const instead = await task();
      see({ said: typeof instead === 'string' ? instead : said, held: view().held && await holdingsOf(context) });
      if (focused) surface.focus(focused);
    } catch (cause) {
      fail('the preferences', cause);
      see({ said: words.failed });
    }
  }

  async function saveAll(): Promise<string> {
    const { allowed, before, wishes } = view();
    if (!wishes.quiet.every(isHours)) {
      surface.focus('from');
      return words.alerts.wrong;
    }
    const textHash = await textHashOf(surface.dialog, AGREED_TO);
    await save(furrow, { all, allowed, before, wishes, shown: { locale: words.lang, ...(textHash && { textHash }) } });
    see({ before: view().wishes });
    return isStored(window, options, records) ? words.saved : words.unkept;
  }

  async function remove(): Promise<string> {
    const wanted = changesOf(wishesOf(undefined), view().before);
    await furrow.forget();
    if (Object.keys(wanted).length) furrow.prefer(wanted); // a wish is no history
    // a key that is made of numbers tells nobody anything
    return words.data.deleted;
  }

  return {
    allow: (allowed) => see({ allowed, said: '' }),
    wish: (wishes) => see({ wishes: { ...view().wishes, ...wishes }, said: '' }),
    save: () => void act(saveAll, words.saved),
    close: () => surface.dialog.close(),
    look: (isWanted) => void act(async () => see({ held: isWanted ? await holdingsOf(context) : undefined }), ''),
    export: () => void act(async () => download(window, await furrow.export(), 'furrow.json'), words.data.exported),
    remove: () => void act(remove, ''),
    stop: () => void act(() => furrow.withdraw({ surface: 'preferences' }), words.data.stopped, 'data'),
    rate: (nudge, helpful) => void act(() => view().past?.rate(nudge, helpful), words.past.thanks, 'past'),
    revive: (rule) => void act(() => view().past?.revive(rule), words.past.revived, 'past'),
  };
}
