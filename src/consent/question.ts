import type { Prompt } from '../parts';
import { inLanguage } from '../words/language';
import { prompt } from './prompt';
import { fingerprintOf, purposesOf } from './receipt';

/** Puts the question in the visitor's language, unless it is answered elsewhere meanwhile. */
export const question: Prompt = async ({ window, options, furrow, last, parts }) => {
  const words = await inLanguage((language) => parts(`prompt.${language}`), options.locale);
  if (furrow.receipt()) return; // answered while this and the words were on their way
  const end = new AbortController();
  const off = furrow.on('consent', () => end.abort());
  const purposes = purposesOf(options);
  const asked = prompt(window.document, { words, purposes, collects: !!options.collect, fingerprint: fingerprintOf(options), last: last() }, end.signal);
  const { answer, ...said } = await asked.finally(off);
  if (end.signal.aborted) return;
  const detail = { surface: 'prompt', ...said } as const;
  if (answer === 'granted') furrow.grant(purposes, detail);
  else furrow.refuse({ decision: answer, ...detail });
};
