/** How the forms differ that are not a card beside something. */
export const formStyle = `
:host([inline]){display:block!important}
[data-form=inline]{position:static;width:auto;max-width:40em;padding:8px 0}
[data-form=inline] .card{width:auto;box-shadow:none}
[data-form=inline] .scroll{max-height:none}
[data-form=banner]{width:min(100vw/var(--zoom,1) - 16px,64em)}
[data-form=banner] .card{width:auto}
@media print{:host([inline]){display:none!important}}
`;
