import type { VNode } from 'preact';
import type { Action } from './actions';

export interface ChoiceProps {
  readonly action: Action;
  /** The quiet ones are not the host's to style: they are the visitor's way out. */
  readonly quiet?: boolean;
  readonly attempt: (task: () => void) => void;
}

/** One thing to choose. A link to another site opens beside this page, so that nothing is lost that the visitor has begun here. */
export function Choice({ action: { label, primary, url, press }, quiet, attempt }: ChoiceProps): VNode {
  const look = {
    ...(!quiet && { class: primary ? 'primary' : '', part: primary ? 'button primary' : 'button' }),
    onClick: () => attempt(press),
  };
  if (!url) return <button type="button" {...look}>{label}</button>;
  const beside = /^http/.test(url.protocol) && url.origin !== location.origin;
  return <a href={url.href} {...look} {...(beside && { target: '_blank', rel: 'noopener' })}>{label}</a>;
}
