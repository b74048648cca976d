export { deadClick } from './detect/deadClick';
export { errorLoop } from './detect/errorLoop';
export { fieldHesitation } from './detect/fieldHesitation';
export { rageClick } from './detect/rageClick';
export { workflowAbandon } from './detect/workflowAbandon';

export type { Amend, Detector, Emit, Evidence, Failure, Page, Press, Response, Sighting, Step, Watch } from './types';
