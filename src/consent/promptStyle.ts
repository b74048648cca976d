/**
 * The prompt's style. It is adopted as a sheet, which passes `style-src 'none'`; `!important` on the host keeps the page's own
 * rules for `body > *` out. Colours are the system's own, so they
 * follow the page's `color-scheme` and forced colours; sizes follow the visitor's own font size. The card is pushed down by its margin:
 * with `top:auto` Firefox 153 puts it far outside where the page's text runs vertically.
 */
export const promptStyle = `
:host{all:initial!important;color-scheme:var(--furrow-color-scheme,inherit)!important;font-family:var(--furrow-font,inherit)!important;direction:inherit!important;
--s:var(--furrow-surface,Canvas);--i:var(--furrow-ink,color-mix(in srgb,CanvasText 90%,Canvas));--m:var(--furrow-muted,color-mix(in srgb,CanvasText 72%,Canvas));--l:var(--furrow-line,color-mix(in srgb,CanvasText 16%,Canvas));--b:var(--furrow-button,color-mix(in srgb,CanvasText 7%,Canvas));--e:var(--furrow-button-edge,color-mix(in srgb,CanvasText 48%,Canvas))}
section{position:fixed;inset:16px auto;inset-inline-start:16px;z-index:2147483647;box-sizing:border-box;width:min(26em,100vw - 32px);height:fit-content;max-height:min(36em,100vh - 32px);margin:auto 0 0;padding:20px;overflow:visible;
display:flex;flex-direction:column;gap:16px;border:1px solid var(--l);border-radius:var(--furrow-radius,16px);background:var(--s);color:var(--i);box-shadow:var(--furrow-shadow,0 1px 2px #0001,0 12px 40px #0003);font-size:.9375em;line-height:1.5}
.text{overflow:auto;overflow-wrap:anywhere}
h2{margin:0 0 6px;margin-inline-end:28px;font-size:1.0667em;line-height:1.3;font-weight:650;text-wrap:balance}
p,ul{margin:0;color:var(--m)}
ul{padding:6px 0;padding-inline-start:1.2em}
summary{display:inline-block;padding:3px 0;text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.row{display:grid;grid-template-columns:1fr 1fr;gap:10px}
button{font:inherit;color:inherit;cursor:pointer}
.answer{min-height:44px;padding:8px 12px;border:1px solid var(--e);border-radius:var(--furrow-button-radius,10px);background:var(--b);font-weight:600}
.answer:hover{border-color:var(--i)}
.close{position:absolute;top:10px;inset-inline-end:10px;width:32px;height:32px;padding:8px;border:0;border-radius:50%;background:none}
.close:hover{background:var(--b)}
:focus-visible{outline:2px solid var(--i);outline-offset:2px}
.text :focus-visible{outline-offset:-2px}
svg{display:block;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round}
@media (max-width:480px){section{inset:0;width:100%;max-height:min(70vh,100vh - 16px);padding:16px 16px max(16px,env(safe-area-inset-bottom));gap:12px;border-width:1px 0 0;border-radius:16px 16px 0 0}}
@media (pointer:coarse){.close{top:4px;inset-inline-end:4px;width:44px;height:44px;padding:14px}summary{padding:11px 0}}
@media (prefers-reduced-motion:no-preference){section{animation:rise .18s ease-out}@keyframes rise{from{opacity:0;transform:translateY(8px)}}}
@media (prefers-contrast:more){:host{--m:CanvasText;--l:CanvasText;--e:CanvasText}}
@media print{section{display:none!important}}
`;
