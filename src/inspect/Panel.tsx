import type { VNode } from 'preact';
import { Icon } from './Icon';
import { Now } from './Now';
import { Problems } from './Problems';
import { RuleDetail } from './RuleDetail';
import { Signals } from './Signals';
import { scoreText } from './numbers';
import { takeFocus } from './takeFocus';
import { TABS, type Drawn, type Tab } from './view';

const TAB_NAMES: Readonly<Record<Tab, string>> = { now: 'Now', signals: 'Signals', problems: 'Problems' };
const SCHEMES = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const SCHEME_NAMES = { auto: 'as the system', light: 'light', dark: 'dark' } as const;

/** The whole overlay, or the small tab that is left of it. */
export function Panel(drawn: Drawn): VNode {
  const { view, acts } = drawn;
  if (!view.open) return <Folded {...drawn} />;
  return (
    <aside class="open" aria-label="furrow inspect" tabIndex={-1}>
      <header>
        <button type="button" class="grip" aria-label={`Move the panel, now ${view.corner.replace('-', ' ')}`} onPointerDown={acts.grab} onClick={acts.move}><Icon of="grip" /></button>
        <h2>furrow</h2>
        <State {...drawn} />
        <button type="button" aria-label={`Colours: ${SCHEME_NAMES[view.scheme]}`} onClick={() => acts.see({ scheme: SCHEMES[view.scheme] })}><Icon of={view.scheme} /></button>
        <button type="button" aria-label="Fold" ref={takeFocus(view, 'fold')} onClick={() => acts.see({ open: false, focus: 'unfold' })}><Icon of="collapse" /></button>
        <button type="button" aria-label="Close for this page" onClick={acts.close}><Icon of="close" /></button>
      </header>
      <Tabs {...drawn} />
      <div class="page" role="tabpanel" id="page" aria-labelledby={`tab-${view.tab}`} tabIndex={0} key={`${view.tab} ${view.rule}`}>
        {pageOf(drawn)}
      </div>
    </aside>
  );
}

function pageOf(drawn: Drawn): VNode {
  const { known, view } = drawn;
  if (view.tab === 'signals') return <Signals {...drawn} />;
  if (view.tab === 'problems') return <Problems {...drawn} />;
  const rule = known.explanation()?.rules.find((each) => each.rule === view.rule);
  return rule ? <RuleDetail {...drawn} rule={rule} /> : <Now {...drawn} />;
}

function State({ known }: Drawn): VNode {
  const status = known.explanation()?.status;
  return <span class={status?.running ? 'state on' : 'state'}>{status?.running ? 'watching' : 'off'}</span>;
}

/** One tab stop; the arrows lead from tab to tab, and the page follows. */
function Tabs({ known, view, acts }: Drawn): VNode {
  const counts: Readonly<Record<Tab, number>> = { now: 0, signals: known.signals().length, problems: (known.explanation()?.problems.length ?? 0) + known.mistakes().length };
  return (
    <div class="tabs" role="tablist" aria-label="What to see">
      {TABS.map((tab) => (
        <button type="button" role="tab" id={`tab-${tab}`} aria-controls="page" aria-selected={view.tab === tab} tabIndex={view.tab === tab ? 0 : -1}
          onClick={() => acts.see({ tab, rule: undefined, pointed: undefined, focus: '' })} ref={takeFocus(view, `tab ${tab}`)}>
          {TAB_NAMES[tab]}{counts[tab] > 0 && <span class={`count ${tab}`}>{counts[tab]}</span>}
        </button>
      ))}
    </div>
  );
}

function Folded({ known, view, acts }: Drawn): VNode {
  const explanation = known.explanation();
  const highest = Math.max(0, ...(explanation?.rules ?? []).map(({ decision }) => decision.score.value));
  return (
    <aside class="folded" aria-label="furrow inspect">
      <button type="button" ref={takeFocus(view, 'unfold')} aria-expanded={false} onClick={() => acts.see({ open: true, focus: 'fold' })}>
        <b>furrow</b><span class="num">{explanation?.status.running ? scoreText(highest) : 'off'}</span>
      </button>
    </aside>
  );
}
