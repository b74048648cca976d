/**
 * How the centre looks. Adopted as a sheet, which passes `style-src 'none'`. `!important` on the host keeps the page's own rules out;
 * the font and `color-scheme` are the page's, sizes follow the visitor's own font size, and every `--furrow-*` is the host's to set.
 */
export const style = `
:host{all:initial!important;color-scheme:var(--furrow-color-scheme,inherit)!important;font-family:var(--furrow-font,inherit)!important;font-size:var(--furrow-font-size,medium)!important;
--s:var(--furrow-surface,Canvas);--i:var(--furrow-ink,color-mix(in srgb,CanvasText 90%,Canvas));--m:var(--furrow-muted,color-mix(in srgb,CanvasText 70%,Canvas));--l:var(--furrow-line,color-mix(in srgb,CanvasText 16%,Canvas));--b:var(--furrow-button,color-mix(in srgb,CanvasText 6%,Canvas));--e:var(--furrow-button-edge,color-mix(in srgb,CanvasText 48%,Canvas));--a:var(--furrow-accent,var(--i));--o:var(--furrow-on-accent,Canvas);--f:var(--furrow-focus,var(--i))}
@supports (color:light-dark(red,red)){:host{--s:var(--furrow-surface,light-dark(#fff,#1d1e20))}}
*{box-sizing:border-box}
[hidden]{display:none!important}
dialog{width:min(40em,100vw - 32px);max-width:none;max-height:min(50em,100dvh - 32px);margin:auto;padding:0;border:1px solid var(--l);border-radius:var(--furrow-radius,14px);background:var(--s);color:var(--i);box-shadow:var(--furrow-shadow,0 1px 2px #0001,0 16px 48px #0004);font-size:.9375em;line-height:1.5;overflow:hidden}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:#0006}
header,footer,.row,.switch,.choice,li{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px}
header,footer{flex:none;padding:14px 24px;border-bottom:1px solid var(--l)}
footer{border:0;border-top:1px solid var(--l)}
.scroll{flex:1;min-height:0;padding:4px 24px 24px;overflow:auto;overscroll-behavior:contain}
h2,h3,h4,p,dl,dd,ul,fieldset,legend{margin:0;padding:0;border:0;font-size:inherit;list-style:none}
h2,h3,h4,dt{font-weight:650}
h2{flex:1;font-size:1.2em;outline:0}
h3{font-size:1.0667em;outline:0}
h4{margin-top:12px}
fieldset{min-width:0;margin-top:24px;padding-top:16px;border-top:1px solid var(--l)}
legend{float:inline-start;width:100%;margin-bottom:4px}
legend~*{clear:both}
p,dd,small,.state,summary{color:var(--m)}
p{margin:4px 0 8px}
.notice{margin-top:16px}
.notice>div{display:grid;grid-template-columns:9em 1fr;gap:0 16px;padding:3px 0}
.switch,.choice{min-height:36px;padding:4px 0}
.switch{flex-wrap:nowrap;cursor:pointer}
.switch span:nth-child(2){flex:1}
.state{min-width:2.5em;text-align:end}
.switch input{appearance:none;flex:none;width:36px;height:22px;margin:0;padding:3px;border:1.5px solid var(--e);border-radius:11px;background:none;cursor:inherit}
.switch input::before{content:"";display:block;width:13px;height:13px;border-radius:50%;background:var(--e)}
.switch input:checked{border-color:var(--a);background:var(--a)}
.switch input:checked::before{margin-inline-start:14px;background:var(--o)}
:disabled{cursor:default}
.inner{padding-inline-start:48px}
.choice>span{min-width:9em}
select,input[type=time]{flex:1;min-width:0;max-width:100%;min-height:36px;padding:4px 10px;border:1px solid var(--e);border-radius:var(--furrow-button-radius,9px);background:var(--s);color:inherit;font:inherit}
button,a{color:inherit;font:inherit;cursor:pointer}
button{min-height:36px;padding:7px 14px;border:1px solid var(--e);border-radius:var(--furrow-button-radius,9px);background:var(--b);font-weight:600;line-height:20px}
button:hover,select:hover{border-color:var(--i)}
.primary{border-color:var(--a);background:var(--a);color:var(--o)}
.primary:hover{opacity:.88}
.close{width:32px;height:32px;min-height:0;margin:-4px;padding:7px;border:0;border-radius:50%;background:none}
.close:hover{background:var(--b)}
svg{display:block;width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round}
[role=status]{flex:1 1 12em;margin:0;color:var(--i)}
a{padding:7px 0}
.asked{margin:12px 0;padding:12px 16px;border:1px solid var(--e);border-radius:9px}
.asked p{margin-top:0;color:var(--i)}
li{padding:8px 0}
.name{flex:1 1 12em}
.held{margin:12px 0;overflow-wrap:anywhere}
summary{min-height:28px;padding:3px 0;cursor:pointer}
.held dl{padding-inline-start:16px;border-inline-start:1px solid var(--l)}
.held dl div{display:flex;flex-wrap:wrap;gap:0 8px}
.held dt{font-weight:400;color:var(--m)}
.held dd{min-width:0;color:var(--i)}
:focus-visible{outline:2px solid var(--f)!important;outline-offset:2px}
@media (max-width:480px){dialog{width:100vw;height:100dvh;max-height:none;border:0;border-radius:0}header,footer{padding:10px 16px}.scroll{padding:4px 16px 16px}.notice>div{display:block}.inner{padding:0}}
@media (max-height:420px){dialog[open]{display:block;overflow:auto}.scroll{overflow:visible}header{position:sticky;top:0;background:var(--s)}}
@media (pointer:coarse){button,select,input[type=time],.switch,summary,a{min-height:44px}button,a{padding-block:11px}.close{width:44px;height:44px;margin:-8px;padding:14px}}
@media (prefers-reduced-motion:no-preference){dialog{animation:appear .16s ease-out}@keyframes appear{from{opacity:0;transform:translateY(6px)}}}
@media (forced-colors:active){:host{--a:Highlight;--o:HighlightText;--f:Highlight}.switch input::before{background:ButtonText}.switch input:checked{background:Highlight}.switch input:checked::before{background:HighlightText}}
@media print{dialog{display:none!important}}
`;
