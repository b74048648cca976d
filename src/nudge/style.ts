/**
 * How help looks. Adopted as a sheet, which passes `style-src 'none'`. `!important` on the host keeps the page's own rules out;
 * the font and `color-scheme` are the page's, sizes follow the visitor's own font size, and every `--furrow-*` is the host's to set.
 */
export const style = `
:host{all:initial!important;color-scheme:var(--furrow-color-scheme,inherit)!important;font-family:var(--furrow-font,inherit)!important;font-size:var(--furrow-font-size,medium)!important;
--s:var(--furrow-surface,Canvas);--i:var(--furrow-ink,color-mix(in srgb,CanvasText 90%,Canvas));--m:var(--furrow-muted,color-mix(in srgb,CanvasText 70%,Canvas));--l:var(--furrow-line,color-mix(in srgb,CanvasText 16%,Canvas));--b:var(--furrow-button,color-mix(in srgb,CanvasText 6%,Canvas));--e:var(--furrow-button-edge,color-mix(in srgb,CanvasText 48%,Canvas));--a:var(--furrow-accent,var(--i));--o:var(--furrow-on-accent,Canvas);--f:var(--furrow-focus,var(--i))}
@supports (color:light-dark(red,red)){:host{--s:var(--furrow-surface,light-dark(#fff,#1d1e20))}}
.status{position:fixed;clip-path:inset(50%)}
.layer{position:fixed;inset:auto;z-index:2147483647;width:max-content;max-width:calc(100vw/var(--zoom,1) - 16px);margin:0;padding:0;border:0;background:none;overflow:visible;color:var(--i);font-size:.9375em;line-height:1.5}
.card,.chip{position:relative;box-sizing:border-box;border:1px solid var(--l);background:var(--s);box-shadow:var(--furrow-shadow,0 1px 2px #0001,0 10px 36px #0003)}
.card{width:var(--furrow-width,23em);max-width:100%;border-radius:var(--furrow-radius,14px)}
[data-form=sheet]{width:calc(100vw/var(--zoom,1) - 16px);max-width:32em}
[data-form=sheet] .card{width:auto}
[data-form=corner]{padding:8px}
.scroll{box-sizing:border-box;max-height:calc(var(--room) - 2px);padding:var(--furrow-padding,16px 18px 12px);scroll-padding:6px;overflow:auto;border-radius:inherit;overflow-wrap:anywhere}
h2,p,li,button,a{unicode-bidi:plaintext;text-align:start}
h2{margin:0;margin-inline-end:26px;font-family:var(--furrow-title-font,inherit);font-size:1.0667em;line-height:1.35;font-weight:var(--furrow-title-weight,650)}
p,ul{margin:6px 0 0;color:var(--m)}
ul{padding:0;padding-inline-start:1.1em}
[role=status]{color:var(--i)}
p:empty{margin:0}
button,a{box-sizing:border-box;margin:0;border:0;background:none;font:inherit;color:inherit;cursor:pointer}
.main{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.main>*{min-height:36px;padding:7px 14px;border:1px solid var(--e);border-radius:var(--furrow-button-radius,9px);background:var(--b);font-weight:600;line-height:1.35;text-decoration:none}
.main .primary{border-color:var(--a);background:var(--a);color:var(--o)}
.main>:hover{border-color:var(--i)}
.main .primary:hover{background:color-mix(in srgb,var(--a) 86%,var(--s))}
.quiet{display:flex;flex-wrap:wrap;column-gap:18px;margin-top:14px;padding-top:8px;border-top:1px solid var(--l);font-size:.8667em}
.quiet :is(button,a),li button{min-height:28px;padding:4px 0;border-radius:4px;color:var(--m);line-height:1.5;text-decoration:underline transparent}
.quiet :is(button,a):hover,li button,#why button{text-decoration-color:currentColor}
:is(.quiet,li) :is(button,a):hover{color:var(--i)}
.more::after{content:"";display:inline-block;width:5px;height:5px;margin:0 2px 2px;margin-inline-start:8px;border:solid;border-width:0 1.5px 1.5px 0;rotate:45deg}
.more[aria-expanded=true]::after{margin-bottom:-1px;rotate:225deg}
.quiet>div{order:1;width:100%;margin-bottom:6px;font-size:1.0769em}
#why :is(p,ul,button){margin-top:2px}
#snooze:not([hidden]){display:grid;grid-template-columns:1fr 1fr;gap:6px;padding-top:6px}
#snooze>*{padding:4px 10px;border:1px solid var(--e);border-radius:var(--furrow-button-radius,9px);color:var(--i)}
.parts{padding:0;list-style:none;font-size:.9333em}
li:has(button){display:flex;justify-content:space-between;align-items:baseline;gap:14px;padding:3px 0;border-top:1px solid var(--l)}
li>*{padding:4px 0}
li>button{flex:none}
.close{position:absolute;top:10px;inset-inline-end:10px;width:32px;height:32px;padding:8px;border-radius:50%;color:var(--m)}
.close:hover{background:var(--b);color:var(--i)}
svg{display:block;width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round}
.chip{display:flex;align-items:center;padding:4px;border-radius:26px}
.chip .close{position:static}
.open{display:flex;align-items:center;gap:8px;min-height:32px;padding:4px 12px;border-radius:20px;font-weight:600}
.open:hover{background:var(--b)}
:focus-visible{outline:2px solid var(--f);outline-offset:2px}
span{outline:0!important}
.arrow{position:absolute;width:10px;height:10px;background:inherit;border:solid var(--l);border-width:1px 0 0 1px;transform:translate(-50%,-50%) rotate(var(--turn))}
[data-side=""] .arrow{display:none}
[data-side=bottom] .arrow{--turn:45deg;left:var(--arrow);top:-.5px}
[data-side=top] .arrow{--turn:225deg;left:var(--arrow);top:calc(100% + .5px)}
[data-side=right] .arrow{--turn:-45deg;top:var(--arrow);left:-.5px}
[data-side=left] .arrow{--turn:135deg;top:var(--arrow);left:calc(100% + .5px)}
@media (pointer:coarse){.main>*,.quiet :is(button,a),li button{min-height:44px}.main>*{padding:11px 16px}.close{top:4px;inset-inline-end:4px;width:44px;height:44px;padding:14px}h2{margin-inline-end:34px}.open{min-height:44px}}
@media (prefers-reduced-motion:no-preference){.layer{animation:appear .16s ease-out}@keyframes appear{from{opacity:0;transform:translateY(4px)}}}
@media (prefers-contrast:more){:host{--m:var(--i);--l:var(--i);--e:var(--i)}}
@media (forced-colors:active){:host{--o:var(--i);--f:Highlight}}
@media print{.layer{visibility:hidden}}
`;
