import { render } from 'preact';
import type { Inspect } from '../parts';
import type { Furrow } from '../types';
import { Panel } from './Panel';
import { createAnnouncer } from './announcer';
import { cornerToward } from './dock';
import { createDrag } from './drag';
import { keyed } from './keyed';
import { createKnown, type Heard } from './known';
import { listen } from './listen';
import { createLooking } from './looking';
import { createNudgeScheme } from './nudgeScheme';
import { createOutlines, type Outlined } from './outlines';
import { keepOwnEvents } from './ownEvents';
import { createSurface } from './surface';
import type { Acts, View } from './view';

/** Shows what furrow sees in this page and why each rule speaks or does not, until it is closed. It knows only what furrow tells everybody. */
export const inspect: Inspect = (window, furrow, rehearse) => {
  const { document } = window;
  const now = (): number => window.performance.now();
  const surface = createSurface(window);
  const known = createKnown(now);
  const announcer = createAnnouncer(window, surface.status);
  const outlines = createOutlines(window, surface.marks);
  const nudgeScheme = createNudgeScheme(window);
  const drag = createDrag(window, surface.panel, (corner) => see({ corner }));
  const end = new AbortController();
  let view: View = {
    open: true, corner: document.dir === 'rtl' ? 'top-left' : 'top-right', scheme: 'auto', tab: 'now', rule: undefined, marked: false, pointed: undefined,
    wish: { stage: 0, variant: '', locale: '', channel: '', scheme: 'auto' }, copied: 'no', focus: '',
  };

  function see(change: Partial<View>): void {
    view = { ...view, ...change };
    nudgeScheme.set(view.wish.scheme);
    draw();
  }

  function draw(): void {
    Object.assign(surface.layer.dataset, { corner: view.corner, scheme: view.scheme });
    render(<Panel known={known} view={view} acts={acts} receipt={furrow.receipt()} now={now()} />, surface.panel);
    outlines.show(outlinedOf(known.signals(), view));
  }

  async function look(): Promise<void> {
    await attempt(async () => known.explained(await furrow.explain()));
    if (end.signal.aborted) return;
    await attempt(() => {
      surface.rise();
      draw();
    });
  }

  async function attempt(task: () => unknown): Promise<void> {
    try {
      await task();
    } catch (cause) {
      known.failed({ message: String(cause), during: 'inspecting', cause }, now());
    }
  }

  function close(): void {
    end.abort();
    off();
    for (const part of [looking, announcer, outlines, nudgeScheme]) part.end();
    render(null, surface.panel);
    surface.remove();
  }

  const acts: Acts = {
    ...consentOf(furrow, attempt),
    see, close,
    rehearse: (rehearsal) => void attempt(() => rehearse(rehearsal)),
    copy: (text) => void copy(window, text).then(() => see({ copied: 'yes' }), () => see({ copied: 'refused' })),
    grab: drag.begin,
    move({ detail: byPointer }) {
      if (!byPointer || !drag.wasDrag()) see({ corner: cornerToward(view.corner) });
    },
  };

  keepOwnEvents(surface.layer, ({ key, target }) => {
    const change = keyed(key, target, view);
    if (change) see(change);
    return !!change;
  });
  const looking = createLooking(window, look);
  const off = listen(furrow, known, now, { newSignal: announcer.say, news: looking.soon });
  looking.soon();
};

function consentOf(furrow: Furrow, attempt: (task: () => unknown) => Promise<void>): Pick<Acts, 'grant' | 'withdraw'> {
  return { grant: () => void attempt(() => furrow.grant()), withdraw: () => void attempt(() => furrow.withdraw()) };
}

/** What is pointed at, and everything where all is to be marked; what has left the page is not to be found there. */
function outlinedOf(signals: readonly Heard[], { open, marked, pointed }: View): readonly Outlined[] {
  return signals.flatMap(({ number, signal: { name, target } }) => (
    open && target?.isConnected && (marked || number === pointed) ? { element: target, number, strong: number === pointed, label: name } : []
  ));
}

/** A page that is not served securely has no clipboard: that is a no like the browser's own. */
async function copy({ navigator }: Window, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
