import type { Rule } from '../types';
import { pageReader, type Places } from './places';
import { form, oneOf, record, some, type Read } from './shape';

export const EVERYWHERE: Rule['where'] = { page: [], workflow: undefined, step: [], element: [], device: 'any' };

const readDevice = oneOf('any', ['any', 'touch', 'pointer']);

const readNoStep = form(/(?!)/, 'usable without its `workflow` beside it');

export function whereReader({ pages, workflows }: Places, readElement: Read<string>): Read<Rule['where']> {
  return record((field) => {
    const workflow = field('workflow', oneOf('', workflows.map(({ id }) => id), 'one of places.workflows'), undefined);
    const steps = workflows.find(({ id }) => id === workflow)?.steps.map(({ id }) => id) ?? [];
    return {
      page: field('page', some(pageReader(pages)), []),
      workflow,
      step: field('step', some(workflow === undefined ? readNoStep : oneOf('', steps, 'a step of the workflow beside it')), []),
      element: field('element', some(readElement), []),
      device: field('device', readDevice, 'any'),
    };
  });
}
