import type { VNode } from 'preact';
import { consentText } from './sentences';
import type { Drawn } from './view';

/** The visitor's answer, and the way to give or take it back in this page. */
export function Consent({ known, acts, receipt }: Drawn): VNode {
  const status = known.explanation()?.status;
  if (!status) return <p class="quiet">Asking furrow …</p>;
  const { title, body, mayGrant } = consentText(status, receipt);
  return (
    <section class={status.running ? 'consent' : 'consent no'}>
      <p><b>{title}</b> {body}</p>
      {status.running && <button type="button" class="plain" onClick={acts.withdraw}>Withdraw</button>}
      {mayGrant && <button type="button" class="main" onClick={acts.grant}>Grant in this page</button>}
    </section>
  );
}
