import type { Run } from './types';
import { detectors } from './detect/registry';
import { run as runWith } from './run';

/** `run` with every detector: what the script tag loads with the yes. */
export const run: Run = (visit) => runWith(visit, detectors);
