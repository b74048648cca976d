import type { Detector } from '../types';
import { deadClick } from './deadClick';
import { errorLoop } from './errorLoop';
import { fieldHesitation } from './fieldHesitation';
import { rageClick } from './rageClick';
import { workflowAbandon } from './workflowAbandon';

/** Every detector there is. A visit starts each; the order is the hierarchy, higher signals first. */
export const detectors: readonly Detector[] = [
  rageClick(),
  deadClick(),
  errorLoop(),
  fieldHesitation(),
  workflowAbandon(),
];
