import type { CentreContext } from '../parts';
import { textHashOf } from '../consent/textHash';
import { format } from '../words/format';
import type { PreferencesWords } from '../words/words';
import type { Allowed } from './allowed';
import { download } from './download';
import { holdingsOf } from './holdingsOf';
import { isKept } from './isKept';
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

/** What the visitor can do in the centre. What fails is said there, with what to do. */
export function actsOf(context: CentreContext, { words, all, surface, view, see }: Scene): Acts {
  const { window, options, furrow, records, fail } = context;

  async function attempt(task: () => unknown): Promise<void> {
    try {
      await task();
    } catch (cause) {
      fail('the preferences', cause);
      see({ said: words.failed });
    }
  }
  /** Says what was done, and leaves the focus where the visitor goes on. */
  function done(change: Partial<View>, id?: string): void {
    see(change);
    if (id) surface.focus(id);
  }

  async function saveAll(): Promise<void> {
    const { allowed, before, wishes } = view();
    if (!wishes.quiet.every(isHours)) return done({ said: words.alerts.wrong }, 'from');
    const textHash = await textHashOf(surface.dialog, AGREED_TO);
    await save(furrow, { all, allowed, before, wishes, shown: { locale: words.lang, ...(textHash && { textHash }) } });
    done({ before: view().wishes, said: isKept(window, options, records) ? words.saved : words.unkept });
  }

  async function remove(): Promise<void> {
    const wanted = changesOf(wishesOf(undefined), view().before);
    const deleted = await furrow.forget();
    if (Object.keys(wanted).length) furrow.prefer(wanted); // a wish is no history
    const what = deleted.filter((key) => key !== 'preferences').join(', ');
    done({ asks: false, held: undefined, said: what ? format(words.data.deleted, { what }) : words.data.nothing }, 'delete');
  }

  return {
    allow: (allowed) => see({ allowed, said: '' }),
    wish: (wishes) => see({ wishes: { ...view().wishes, ...wishes }, said: '' }),
    save: () => void attempt(saveAll),
    close: () => surface.dialog.close(),
    look: () => void attempt(async () => see({ held: view().held ? undefined : await holdingsOf(context) })),
    export: () => void attempt(async () => {
      download(window, await furrow.export(), 'furrow.json');
      see({ said: words.data.exported });
    }),
    ask: (asks) => done({ asks }, asks ? 'no' : 'delete'),
    remove: () => void attempt(remove),
    stop: () => void attempt(async () => {
      await furrow.withdraw();
      done({ said: words.data.stopped }, 'data');
    }),
    rate: (nudge, helpful) => void attempt(() => {
      view().past?.rate(nudge, helpful);
      done({ said: words.past.thanks }, 'past');
    }),
    revive: (rule) => void attempt(() => {
      view().past?.revive(rule);
      done({ said: words.past.revived }, view().past?.silenced().length ? 'silenced' : 'title');
    }),
  };
}
