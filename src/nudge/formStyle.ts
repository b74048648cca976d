/** What the forms have of their own that do not stand beside something. A banner has its buttons beside its words. */
export const formStyle = `
:host([inline]){display:block!important}
[data-form=inline]{position:static;width:auto;max-width:40em;padding:8px 0}
[data-form=inline] .card,[data-form=banner] .card{width:auto}
[data-form=inline] .card{box-shadow:none}
[data-form=inline] .scroll{max-height:none}
[data-form=inline] .arrow{display:none}
[data-form=sheet],[data-form=banner],[data-form=back]{box-sizing:border-box;padding:env(safe-area-inset-top,0) env(safe-area-inset-right,0) env(safe-area-inset-bottom,0) env(safe-area-inset-left,0)}
[data-form=banner]{width:min(100vw/var(--zoom,1) - 16px,64em)}
[data-form=banner] .scroll{display:grid;grid-template-columns:minmax(20em,1fr) auto;column-gap:24px}
[data-form=banner] .scroll>*{grid-column:1/-1}
[data-form=banner] .scroll>:is(h2,h2+p){grid-column:1}
[data-form=banner] .scroll>:is(h2,h2+p)+.main{grid-area:1/2/span 2;align-self:center;margin:0;margin-inline-end:34px}
@media print{:host([inline]){position:absolute!important}}
`;
