import type { ComponentChildren, VNode } from 'preact';

export interface SectionProps {
  readonly title: string;
  readonly id?: string;
  /** Why nothing in it can be changed, where it cannot. */
  readonly needs?: string | false;
  readonly children: ComponentChildren;
}

/** A heading and what belongs to it. */
export function Section({ title, id, needs = false, children }: SectionProps): VNode {
  return (
    <fieldset disabled={!!needs}>
      <legend><h3 id={id} tabIndex={-1}>{title}</h3></legend>
      {needs && <p>{needs}</p>}
      {children}
    </fieldset>
  );
}
