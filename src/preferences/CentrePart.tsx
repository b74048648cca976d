import type { VNode } from 'preact';
import { Cross } from '../nudge/Cross';
import { safeUrl } from '../nudge/safeUrl';
import { AllowedPart } from './AllowedPart';
import { allowedOf } from './allowed';
import { DataPart } from './DataPart';
import { HelpPart } from './HelpPart';
import { noticeOf } from './noticeOf';
import { PastPart } from './PastPart';
import type { Drawn } from './view';
import { isSame } from './wishes';

/** The whole centre: what happens here, what is allowed, what is wanted, what is held, what there was. */
export function CentrePart(drawn: Drawn): VNode {
  const { words, options, all, view: { isRefused, scores, past, said, receipt, allowed, before, wishes }, acts } = drawn;
  const isSaved = isSame([allowed, wishes], [allowedOf(receipt, all), before]);
  const contact = safeUrl(options.contact, location.href);
  return (
    <>
      <div class="head">
        <h2 id="title" tabIndex={-1}>{words.title}</h2>
        <Cross label={words.close} onPress={acts.close} />
      </div>
      <div class="scroll">
        <dl class="notice">{noticeOf(words, options, all, scores, location.href).map(([label, ...text]) => <div key={label}><dt>{label}</dt><dd>{text.join(' ')}</dd></div>)}</dl>
        <AllowedPart {...drawn} />
        {options.rules && !isRefused && <HelpPart {...drawn} />}
        <DataPart {...drawn} />
        {past && <PastPart {...drawn} past={past} />}
        {contact && <fieldset><a href={contact.href}>{words.human}</a></fieldset>}
      </div>
      <div class="foot">
        <p role="status">{said || (isSaved ? '' : words.unsaved)}</p>
        {!isRefused && <button class="primary" onClick={acts.save}>{words.save}</button>}
      </div>
    </>
  );
}
