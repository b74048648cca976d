/**
 * How the overlay looks: one hue for what is measured, one for what is open, one for what holds, and greys. Sizes follow the
 * visitor's own font size, figures keep their width while they change, and the overlay's colours are its own switch's or the system's.
 * The panel leaves 200 px free where there is room: a nudge without an element of its own stands in a corner too.
 */
export const style = `
:host{all:initial!important}
.layer{--s:light-dark(#fcfcfb,#17181a);--i:light-dark(#1b1c1f,#ececea);--m:light-dark(#5c6067,#a3a7ad);--l:light-dark(#e5e5e1,#2c2e32);--e:light-dark(#8b8f96,#70757d);--b:light-dark(#f1f1ee,#222427);--a:light-dark(#2a5bd0,#86abff);--o:light-dark(#16713f,#5fc98f);--h:light-dark(#a93a1d,#f39274);--n:light-dark(#fff,#17181a);
color-scheme:light dark;position:fixed;inset:0;width:auto;height:auto;max-width:none;max-height:none;margin:0;padding:0;border:0;overflow:clip;background:none;color:var(--i);font:13px/1.45 system-ui,sans-serif;font-size:.8125em;font-variant-numeric:tabular-nums;pointer-events:none}
.layer[data-scheme=light]{color-scheme:light}
.layer[data-scheme=dark]{color-scheme:dark}
*,::before,::after{box-sizing:border-box}
[hidden]{display:none!important}
.status,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.panel{position:absolute;inset:auto;pointer-events:auto}
[data-corner^=top]>.panel{top:16px}
[data-corner^=bottom]>.panel{bottom:16px}
[data-corner$=left]>.panel{left:16px}
[data-corner$=right]>.panel{right:16px}
.open{display:flex;flex-direction:column;width:400px;max-width:calc(100vw - 32px);height:min(640px,max(420px,100dvh - 200px),100dvh - 32px);border:1px solid var(--l);border-radius:14px;background:var(--s);box-shadow:0 1px 2px #0002,0 16px 48px #0004;overflow:clip}
h2,h3,h4,p,ul,ol,dl,dd{margin:0;padding:0;font:inherit;list-style:none}
button,select,textarea,summary,label{font:inherit;color:inherit}
button,summary{margin:0;padding:0;border:0;background:none;text-align:start;cursor:pointer}
b{font-weight:600}
small{display:block;font-size:.9231em;color:var(--m)}
svg{display:block;fill:none;stroke:currentColor}
.icon{width:16px;height:16px;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.icon.grip{stroke-width:2}
header{display:flex;align-items:center;gap:2px;padding:8px 8px 4px}
header button,.title>button{display:grid;flex:none;place-items:center;width:32px;height:32px;border-radius:8px;color:var(--m)}
header button:hover,.title>button:hover{background:var(--b);color:var(--i)}
.grip{cursor:grab;touch-action:none}
.grip:active{cursor:grabbing}
h2{margin-inline-start:2px;font-size:1.0769em;font-weight:650;letter-spacing:-.01em}
.state{flex:1;display:flex;align-items:center;gap:6px;padding-inline-start:8px;color:var(--m)}
.state::before{content:"";width:9px;height:9px;border:1.5px solid var(--e);border-radius:50%}
.state.on::before{border-color:var(--o);background:var(--o)}
.tabs{display:flex;gap:18px;padding:0 16px;border-bottom:1px solid var(--l)}
.tabs button{position:relative;min-height:34px;padding:0 1px;color:var(--m)}
.tabs button:hover{color:var(--i)}
.tabs [aria-selected=true]{color:var(--i);font-weight:600}
.tabs [aria-selected=true]::after{content:"";position:absolute;inset:auto 0 -1px;border-bottom:2px solid var(--i)}
.count{margin-inline-start:6px;font-weight:400;font-size:.9231em;color:var(--m)}
.count.problems{color:var(--h)}
.page{flex:1;min-height:0;padding:14px 16px 20px;overflow:auto;overscroll-behavior:contain;scrollbar-width:thin}
.quiet,.place,.times,.again,.evidence{color:var(--m)}
.line{display:flex;align-items:baseline;gap:8px;min-width:0}
.num{margin-inline-start:auto;flex:none;color:var(--m);white-space:nowrap}
.num b{color:var(--i)}
.tag{flex:none;padding:0 6px;border:1px solid var(--l);border-radius:6px;font-size:.8462em;color:var(--m)}
.consent{display:flex;align-items:center;gap:12px;justify-content:space-between;margin-bottom:12px;color:var(--m)}
.consent b{color:var(--i)}
.consent.no{flex-direction:column;align-items:flex-start;padding:16px;border-radius:10px;background:var(--b)}
.consent.no b{display:block;margin-bottom:4px;font-size:1.1538em}
.main,.plain{flex:none;min-height:32px;padding:5px 13px;border:1px solid var(--e);border-radius:8px;font-weight:600;text-align:center}
.main{border-color:var(--i);background:var(--i);color:var(--s)}
.main:hover{opacity:.88}
.plain{border-color:var(--l);font-weight:400}
.plain:hover{border-color:var(--e)}
.rules li+li{border-top:1px solid var(--l)}
.rule,.signal{display:block;width:calc(100% + 16px);margin:0 -8px;padding:11px 8px;border-radius:8px}
.rule:hover,.signal:hover,.signal.pointed{background:var(--b)}
.id{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:1.0769em}
.rule .num b{font-size:1.0769em}
.curve{width:100%;height:34px;margin:6px 0 5px;overflow:visible}
.curve path{vector-effect:non-scaling-stroke}
.floor{stroke:var(--l)}
.area{fill:var(--a);stroke:none;opacity:.13}
.bar{stroke:var(--e);stroke-dasharray:3 3}
.curve .line{stroke:var(--a);stroke-width:1.6;stroke-linejoin:round}
.rule .because{display:block;margin-top:1px;color:var(--m)}
.rule .because>b{margin-inline-end:6px;color:var(--i);font-weight:500}
.again::before{content:" · "}
.again:empty::before{content:""}
.verdict{flex:none;color:var(--m)}
.verdict::before{content:"";display:inline-block;width:9px;height:9px;margin-inline-end:6px;border:1.5px solid var(--e);border-radius:50%}
.would,.speaks{color:var(--o);font-weight:600}
.would::before{border-color:var(--o)}
.speaks::before{border-color:var(--o);background:var(--o)}
details{margin-top:12px;border-top:1px solid var(--l)}
summary{min-height:28px;padding:10px 0 6px;color:var(--m)}
summary:hover{color:var(--i)}
.title{display:flex;align-items:center;gap:8px;margin:-4px 0 8px -8px}
.title h3{flex:1;min-width:0;font-size:1.2308em;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere;line-height:1.25}
.answer{margin:-4px 0 12px;color:var(--m)}
.figures{display:flex;gap:36px}
.figures p{color:var(--m)}
.figures b{font-size:2em;font-weight:600;letter-spacing:-.03em;line-height:1.2;color:var(--i)}
.large{position:relative}
.needs{position:absolute;inset-inline-start:0;top:calc((104 - var(--bar))*84px/108 - 13px);font-size:.8462em;line-height:1;color:var(--m)}
.large .curve{height:84px;margin-bottom:2px}
.axis{display:flex;justify-content:space-between;font-size:.8462em;color:var(--m)}
h3{font-weight:650}
h4{margin:20px 0 6px;font-weight:650}
.gates li{display:grid;grid-template-columns:22px 86px 1fr;padding:3px 0;color:var(--m)}
.gates b{font-weight:500;color:var(--i)}
.gates .none b{color:var(--m);font-weight:400}
.gates .because{min-width:0;overflow-wrap:anywhere}
.gates .first{margin:0 -8px;padding:5px 8px;border-radius:8px;background:var(--b);color:var(--i)}
.mark-of{font-weight:700}
.passed .mark-of{color:var(--o)}
.held .mark-of{color:var(--h)}
.one{display:block}
.parts li{display:grid;grid-template-columns:1fr auto;gap:0 12px;padding:4px 0}
.parts .num{color:var(--i)}
.weight{position:relative;grid-column:1/-1;height:3px;margin-top:3px;background:linear-gradient(var(--e),var(--e)) 50%/1px 9px no-repeat,linear-gradient(var(--l),var(--l)) 50%/100% 1px no-repeat}
.weight::after{content:"";position:absolute;inset:0 auto 0 50%;width:calc(50%*var(--part));border-radius:0 2px 2px 0;background:var(--a)}
.less::after{inset:0 50% 0 auto;border-radius:2px 0 0 2px;background:var(--h)}
.parts .sum{margin-top:5px;padding-top:7px;border-top:1px solid var(--l);font-weight:600}
.otherwise{margin-top:10px;padding:9px 12px;border-inline-start:2px solid var(--a);background:var(--b);border-radius:0 8px 8px 0}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:3px 20px;margin-top:20px;padding-top:12px;border-top:1px solid var(--l)}
.facts div{display:flex;gap:8px;min-width:0}
dt{flex:none;width:66px;color:var(--m)}
dd{min-width:0;overflow-wrap:anywhere}
.facts+.plain{margin-top:14px}
.choices{display:grid;grid-template-columns:1fr 1fr;gap:8px 12px;margin-bottom:12px}
.choices span{display:block;margin-bottom:2px;color:var(--m)}
select,textarea{width:100%;min-height:32px;padding:4px 8px;border:1px solid var(--e);border-radius:8px;background:var(--s)}
textarea{margin-top:8px;font-family:ui-monospace,monospace;font-size:.9231em}
.rehearse{margin-bottom:8px}
.switch{display:flex;align-items:center;gap:8px;min-height:28px;margin-bottom:6px;cursor:pointer}
.switch input{appearance:none;flex:none;width:30px;height:18px;margin:0;border:1.5px solid var(--e);border-radius:10px;cursor:pointer}
.switch input::before{content:"";display:block;width:11px;height:11px;margin:2px;border-radius:50%;background:var(--e)}
.switch input:checked{border-color:var(--a);background:var(--a)}
.switch input:checked::before{margin-inline-start:14px;background:var(--n)}
.signals li+li{border-top:1px solid var(--l)}
.signal[aria-disabled=true]{cursor:default}
.signal .place{min-width:0;overflow-wrap:anywhere}
.dot,.mark::before{display:inline-grid;flex:none;place-items:center;min-width:18px;height:18px;padding:0 5px;border-radius:9px;background:var(--a);color:var(--n);font-size:11px;font-weight:600;line-height:1}
.dot{align-self:center;background:var(--b);color:var(--m);border:1px solid var(--l)}
.signal .place,.signal .evidence{padding-inline-start:26px}
.evidence{display:flex;flex-wrap:wrap;gap:0 12px;margin-top:1px}
.evidence b{font-weight:500;color:var(--i)}
.strength{display:inline-block;width:40px;height:4px;margin-inline-end:8px;vertical-align:.2em;border-radius:2px;background:linear-gradient(90deg,var(--a) calc(100%*var(--part)),var(--l) 0)}
s{color:var(--m)}
.problems li{padding:9px 0}
.problems li+li{border-top:1px solid var(--l)}
.problems b,.problems span{display:block;overflow-wrap:anywhere}
.problems b{font-family:ui-monospace,monospace;font-size:.9231em}
.problems+h3{margin-top:16px}
.folded button{display:flex;gap:10px;align-items:baseline;min-height:34px;padding:7px 14px;border:1px solid var(--l);border-radius:17px;background:var(--s);box-shadow:0 1px 2px #0002,0 6px 20px #0003}
.mark{position:absolute;border:1.5px dashed var(--a);border-radius:6px}
.mark::before{content:attr(data-label);position:absolute;top:-10px;left:-10px;width:max-content;box-shadow:0 0 0 1.5px var(--n)}
.mark.strong{border:2px solid var(--a);background:color-mix(in srgb,var(--a) 10%,transparent)}
.mark.strong::before{top:-24px;left:-2px}
.mark.strong[data-under]::before{top:calc(100% + 4px)}
.mark.strong[data-far]::before{left:auto;right:-2px}
:focus-visible{outline:2px solid var(--a);outline-offset:1px}
.open:focus-visible{outline:0}
.page:focus-visible{outline-offset:-2px}
.rule:focus-visible,.signal:focus-visible{outline-offset:-2px}
@media (max-width:480px){.layer>.panel{inset:auto 0 0}.open{width:auto;max-width:none;height:58dvh;border-width:1px 0 0;border-radius:14px 14px 0 0}header .grip{display:none}h2{margin-inline-start:8px}.folded{display:flex;justify-content:flex-end;padding:0 12px calc(12px + env(safe-area-inset-bottom))}.page{padding-bottom:calc(20px + env(safe-area-inset-bottom))}}
@media (max-width:480px){.layer>.panel:has(.folded){left:auto}}
@media (pointer:coarse){header button,.title>button{width:40px;height:40px}.tabs button{min-height:44px}.main,.plain,select{min-height:44px}.switch{min-height:44px}}
@media (prefers-reduced-motion:no-preference){.panel{animation:appear .16s ease-out}@keyframes appear{from{opacity:0;transform:translateY(6px)}}}
@media (forced-colors:active){.open,.folded button,.tag{border-color:CanvasText}.tabs [aria-selected=true]::after{border-color:Highlight}.mark{border-color:Highlight}.weight::after,.strength,.switch input::before,.state.on::before,.speaks::before{forced-color-adjust:none;background-color:Highlight}.strength{background-image:none;width:calc(40px*var(--part))}.bar,.floor{stroke:CanvasText}.curve .line{stroke:Highlight}.area{fill:Highlight}:focus-visible{outline-color:Highlight}}
@media print{.layer{visibility:hidden}}
`;
