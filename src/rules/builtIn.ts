import type { Rules } from '../types';
import { DEFAULT_HELP, DEFAULT_LIMITS, DEFAULT_QUIET, defaultTerms } from './defaults';

/** The rules where no file is given, or none that can be read: every signal counts everywhere, and nothing is ever said. */
export const builtInRules: Rules = {
  file: 'built-in',
  hash: 'built-in',
  pages: [],
  elements: [],
  workflows: [],
  segments: {},
  limits: DEFAULT_LIMITS,
  quiet: DEFAULT_QUIET,
  holdout: { percent: 0, salt: '' },
  // no row: watch, whatever happens
  policy: [],
  model: undefined,
  rules: [{
    id: 'built-in',
    status: 'watch',
    from: undefined,
    until: undefined,
    intent: 'built-in',
    impact: 'medium',
    urgency: 'standard',
    why: undefined,
    where: { page: [], workflow: undefined, step: [], element: [], device: 'any' },
    who: undefined,
    signals: defaultTerms(),
    help: DEFAULT_HELP,
    unless: [],
    limits: DEFAULT_LIMITS,
    quiet: DEFAULT_QUIET,
    experiment: undefined,
    nudge: undefined,
    resolved: [],
    then: [],
  }],
};
