import type { ComponentChildren, VNode } from 'preact';

/** A heading and what belongs to it; with `needs` nothing in it can be changed, and that is why. */
export function Section({ title, id, needs, children }: {
  readonly title: string;
  readonly id?: string;
  readonly needs?: string | undefined;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <fieldset disabled={!!needs}>
      <legend><h3 id={id} tabIndex={-1}>{title}</h3></legend>
      {needs && <p>{needs}</p>}
      {children}
    </fieldset>
  );
}
