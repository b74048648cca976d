import type { Failure, Page } from '../types';
import type { Answers } from './answer';
import { SETTLE_MS } from './answer';
import { hash } from './hash';
import { innermost } from './innermost';
import { looksWrong } from './looksWrong';
import type { Trial } from './trial';

/** A failure that came this recently without a press comes by itself. */
const UNPROMPTED_MS = 30_000;
/** Requests begin this soon after the press they belong to; later ones follow from something else. */
const REQUEST_MS = 1000;
/** Kinds of background failure remembered. */
const MOST_SIGNS = 64;

/** Errors that browsers raise though nothing is wrong for the visitor, or of which nothing can be known. */
const HARMLESS = /ResizeObserver loop|^Script error|AbortError|-extension:\/\//;

/**
 * Tells what went wrong in the page, and which press caused it: script errors, rejections, requests refused or failed,
 * error messages shown. Failures that also come without a press are nobody's.
 */
export function watchFailures(page: Page, answers: Answers, tell: (failure: Failure) => void): (entry: PerformanceResourceTiming) => void {
  const unprompted = new Map<string, number>();

  function fail(kind: Failure['kind'], of: string, cause: Trial | undefined, more: Pick<Failure, 'target' | 'status'> = {}): void {
    const at = page.now();
    const sign = `${kind} ${hash(of)}`;
    const own = kind === 'js' || kind === 'promise';
    const isBackground = at - (unprompted.get(sign) ?? -Infinity) < UNPROMPTED_MS;
    if (!cause || isBackground) unprompted.set(sign, at);
    if (unprompted.size > MOST_SIGNS) unprompted.clear();
    const by = isBackground ? undefined : cause;
    // of all the fields that a form refuses the browser speaks of the first
    const once = kind === 'invalid' ? kind : sign;
    if (by?.failures.has(once)) return;
    by?.failures.set(once, own);
    page.soon(() => tell({ at, kind, sign, ...(by?.press && { press: by.press }), ...more }));
  }

  page.on('error', ({ message, filename, lineno, colno }) => {
    if (message && !HARMLESS.test(message + filename)) fail('js', `${message}${filename}${lineno}:${colno}`, answers.cause(page.now(), SETTLE_MS));
  });
  page.on('unhandledrejection', ({ reason }: { reason: unknown }) => {
    // not every browser's stack begins with the name and the message
    const said = `${String(reason)}${reason instanceof Object && 'stack' in reason ? String(reason.stack) : ''}`;
    if (!HARMLESS.test(said)) fail('promise', said, answers.cause(page.now(), SETTLE_MS));
  });
  page.on('invalid', (event) => {
    const target = innermost(event);
    fail('invalid', `${target?.getAttribute('name')} ${target?.id}`, answers.cause(page.now(), SETTLE_MS), target && { target });
  });
  answers.onMessage((region, trial) => page.soon(() => {
    if (saysWrong(region)) fail('message', region.textContent ?? '', trial, { target: region });
  }));

  return (request) => {
    const { name, initiatorType, responseStatus: status, startTime } = request;
    if (!/^(fetch|xmlhttprequest)$/.test(initiatorType) || !isFailed(request, page.window.location.origin)) return;
    fail(status ? 'http' : 'network', name.split('?')[0] ?? '', answers.cause(startTime, REQUEST_MS), { status });
  };
}

/** WebKit tells no status at all, and no browser tells one of what another origin answered in private: then nobody can know. */
function isFailed({ name, responseStatus: status }: PerformanceResourceTiming, origin: string): boolean {
  return status >= 400 || (status === 0 && name.startsWith(`${origin}/`));
}

/** An alert may as well say “Saved”. */
function saysWrong(region: Element): boolean {
  return region.matches('[aria-invalid=true]') || looksWrong(region);
}
