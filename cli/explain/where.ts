import type { Rule } from '../../src/types';
import { or } from '../words';
import { whoWords } from './who';

const DEVICES: Readonly<Record<Rule['where']['device'], string>> = { any: '', touch: ', on touch screens', pointer: ', with a mouse or pen' };

/** Where a rule looks, and at whom. */
export function whereWords({ where: { page, workflow, step, element, device }, who }: Rule): string {
  const places = [
    ...(element.length ? [`at ${or(element.map(quoted))}`] : []),
    ...(step.length ? [`in the ${step.length === 1 ? 'step' : 'steps'} ${or(step.map(quoted))}`] : []),
    ...(workflow === undefined ? [] : [`${step.length ? 'of' : 'in'} the workflow ${quoted(workflow)}`]),
    ...(page.length ? [`on ${or(page.map(pageWords))}`] : []),
  ];
  return `It looks for trouble ${places.join(' ') || 'on every page'}${DEVICES[device]}${who ? `, for visitors ${whoWords(who)}` : ''}.`;
}

/** A page by its path, or by its name. */
export function pageWords(page: string): string {
  return page.startsWith('/') ? page : `the page ${quoted(page)}`;
}

function quoted(name: string): string {
  return `“${name}”`;
}
