import type { VNode } from 'preact';
import { agoText } from './numbers';
import type { Drawn } from './view';

/** What is wrong with the rules file, and what has gone wrong since. */
export function Problems({ known, now }: Drawn): VNode {
  const problems = known.explanation()?.problems ?? [];
  const mistakes = known.mistakes();
  return (
    <>
      {problems.length + mistakes.length === 0 && <p class="quiet">Nothing is wrong with the rules, and nothing has failed.</p>}
      {problems.length > 0 && <h3>In the rules</h3>}
      {problems.length > 0 && (
        <ul class="problems">{problems.map(({ file, path, message }) => <li><b dir="auto">{path || file}</b><span dir="auto">{message}</span>{path && <small dir="auto">{file}</small>}</li>)}</ul>
      )}
      {mistakes.length > 0 && <h3>While running</h3>}
      {mistakes.length > 0 && (
        <ul class="problems">{mistakes.map(({ during, message, at }) => <li><b dir="auto">{during}</b><span dir="auto">{message}</span><small>{agoText(now - at)}</small></li>)}</ul>
      )}
    </>
  );
}
