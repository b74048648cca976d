import type { Rules } from '../types';
import { BAR_POINTS, CUT_OFFS, DEFAULT_LIMITS, defaultTerms } from './defaults';

/** The rules where no file is given, or none that can be read: every signal counts everywhere, and nothing is ever said. */
export const builtInRules: Rules = {
  file: 'built-in',
  pages: [],
  elements: [],
  workflows: [],
  limits: DEFAULT_LIMITS,
  rules: [{
    id: 'built-in',
    status: 'watch',
    why: undefined,
    where: { page: [], workflow: undefined, step: [], element: [] },
    signals: defaultTerms(),
    help: { score: BAR_POINTS, confidence: CUT_OFFS.medium },
    limits: DEFAULT_LIMITS,
    nudge: undefined,
    resolved: [],
  }],
};
