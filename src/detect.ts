export { deadClick } from './detect/deadClick';
export { errorLoop } from './detect/errorLoop';
export { fieldHesitation } from './detect/fieldHesitation';
export { rageClick } from './detect/rageClick';
export { workflowAbandon } from './detect/workflowAbandon';
