/**
 * How the centre looks. Adopted as a sheet, which passes `style-src 'none'`. `!important` on the host keeps the page's own rules out;
 * the font and `color-scheme` are the page's, sizes follow the visitor's own font size, and every `--furrow-*` is the host's to set.
 */
export const style = `
:host{all:initial!important;color-scheme:var(--furrow-color-scheme,inherit)!important;font-family:var(--furrow-font,inherit)!important;font-size:var(--furrow-font-size,medium)!important;
--s:var(--furrow-surface,Canvas);--i:var(--furrow-ink,color-mix(in srgb,CanvasText 90%,Canvas));--m:var(--furrow-muted,color-mix(in srgb,CanvasText 70%,Canvas));--l:var(--furrow-line,color-mix(in srgb,CanvasText 16%,Canvas));--b:var(--furrow-button,color-mix(in srgb,CanvasText 6%,Canvas));--e:var(--furrow-button-edge,color-mix(in srgb,CanvasText 48%,Canvas));--a:var(--furrow-accent,var(--i));--o:var(--furrow-on-accent,Canvas);--f:var(--furrow-focus,var(--i));--r:var(--furrow-button-radius,9px)}
@supports (color:light-dark(red,red)){:host{--s:var(--furrow-surface,light-dark(#fff,#1d1e20))}}
*,::before{box-sizing:border-box;margin:0;padding:0;border:0 solid var(--l);font:inherit;color:inherit}
dialog{width:min(40em,100vw - 32px);max-width:none;max-height:min(50em,100dvh - 32px);margin:auto;border-width:1px;border-radius:var(--furrow-radius,14px);background:var(--s);color:var(--i);box-shadow:var(--furrow-shadow,0 1px 2px #0001,0 16px 48px #0004);font-size:.9375em;line-height:1.5;overflow:hidden}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:#0006}
.head,.foot{padding:14px 24px;border-bottom-width:1px}
.foot{border-width:1px 0 0}
.head,.foot,label,li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.scroll{flex:1;min-height:0;padding:12px 24px 24px;overflow:auto;overscroll-behavior:contain;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--f);outline-offset:2px}
h2,h3,h4,dt,button,b{font-weight:650}
h2:focus,h3:focus{outline:0}
h2,label>:nth-child(2){flex:1}
.name{flex:1 1 12em}
h2{font-size:1.2em}
h4{margin-top:12px}
fieldset{min-width:0;margin-top:24px;padding-top:16px;border-top-width:1px}
legend{float:inline-start;width:100%;font-size:1.0667em}
legend~*{clear:both}
p,dd,small,.state,.held{color:var(--m)}
p{padding:4px 0}
small{font-size:.9em}
ul{list-style:none}
label,li{min-height:36px;padding:4px 0}
.notice>div{display:grid;grid-template-columns:10em 1fr;padding:3px 0}
.switch{flex-wrap:nowrap}
[role=switch]{appearance:none;flex:none;width:36px;height:22px;padding:3px;border:1.5px solid var(--e);border-radius:11px}
[role=switch]::before{content:"";display:block;width:13px;height:13px;border-radius:50%;background:var(--e)}
:checked{border-color:var(--a);background:var(--a)}
:checked::before{margin-inline-start:14px;background:var(--o)}
:disabled :is(input,select,.state){opacity:.5}
.inner{padding-inline-start:48px}
label>:first-child{min-width:min(10em,100%)}
.switch>*{min-width:0!important}
select,[type=time]{flex:1 1 14em!important;max-width:100%;min-height:36px;padding:4px 10px;border:1px solid var(--e);border-radius:var(--r);background:var(--s)}
a{display:inline-block;padding:4px 0}
.stack{display:grid;gap:8px;padding:8px 0}
button,.stack>*>summary{justify-self:start;width:fit-content;min-height:36px;padding:7px 14px;border:1px solid var(--e);border-radius:var(--r);background:var(--b);font-weight:650;line-height:1.35;cursor:pointer}
:is(button,select,summary):hover{border-color:var(--i)}
.primary{border-color:var(--a);background:var(--a);color:var(--o)}
.close{width:32px;min-height:32px;padding:7px;border:0;border-radius:50%;background:none}
svg{display:block;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round}
[role=status]{flex:1;color:inherit}
.held *{padding:3px 0 3px 8px}
@media (max-width:480px){dialog{width:100vw;height:100dvh;max-height:none;border:0;border-radius:0}.head,.foot{padding:10px 16px}.scroll{padding:8px 16px 16px}.notice>div{display:block}.inner{padding:0}}
@media (max-height:420px){dialog[open]{display:block;overflow:auto}.scroll{overflow:visible}.head{position:sticky;top:0;background:var(--s)}}
@media (pointer:coarse){button,label,select,[type=time],summary,a{min-height:44px!important;padding-block:11px}.stack>*>summary{padding-block:12px}.close{width:44px;padding:14px}}
@media (prefers-reduced-motion:no-preference){dialog{animation:appear .16s ease-out}@keyframes appear{from{opacity:0;transform:translateY(6px)}}}
@media (forced-colors:active){:host{--a:Highlight;--o:HighlightText;--f:Highlight;--e:ButtonText;--l:CanvasText}.primary{background:ButtonFace;color:ButtonText}}
@media print{dialog{display:none!important}}
`;
