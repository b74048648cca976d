import type { Detector } from '../types';
import { blockedAction } from './blockedAction';
import { brokenResource } from './brokenResource';
import { copyStruggle } from './copyStruggle';
import { ctaHesitation } from './ctaHesitation';
import { deadClick } from './deadClick';
import { deadSwipe } from './deadSwipe';
import { errorClick } from './errorClick';
import { errorLoop } from './errorLoop';
import { exitIntent } from './exitIntent';
import { fieldChurn } from './fieldChurn';
import { fieldHesitation } from './fieldHesitation';
import { formAbandon } from './formAbandon';
import { helpSeek } from './helpSeek';
import { keyMash } from './keyMash';
import { longWait } from './longWait';
import { mediaStall } from './mediaStall';
import { netFailure } from './netFailure';
import { offlineAction } from './offlineAction';
import { pageLoop } from './pageLoop';
import { permissionDenied } from './permissionDenied';
import { quickBack } from './quickBack';
import { rageClick } from './rageClick';
import { refreshLoop } from './refreshLoop';
import { repeatedFailure } from './repeatedFailure';
import { scrollHunt } from './scrollHunt';
import { scrollThrash } from './scrollThrash';
import { slowPage } from './slowPage';
import { slowResponse } from './slowResponse';
import { tabAway } from './tabAway';
import { taskOverrun } from './taskOverrun';
import { thrashedCursor } from './thrashedCursor';
import { undoBurst } from './undoBurst';
import { validationStorm } from './validationStorm';
import { workflowAbandon } from './workflowAbandon';
import { zoomStruggle } from './zoomStruggle';

/** Every detector there is. A visit starts each; the order is the hierarchy: who takes a press stands before whom it takes it from. */
export const detectors: readonly Detector[] = [
  // pointer and keyboard
  rageClick(),
  errorLoop(),
  errorClick(),
  blockedAction(),
  offlineAction(),
  deadClick(),
  slowResponse(),
  deadSwipe(),
  thrashedCursor(),
  keyMash(),
  zoomStruggle(),
  copyStruggle(),

  // forms and tasks
  fieldHesitation(),
  ctaHesitation(),
  fieldChurn(),
  validationStorm(),
  repeatedFailure(),
  formAbandon(),
  workflowAbandon(),
  taskOverrun(),
  tabAway(),

  // ways through the site
  refreshLoop(),
  quickBack(),
  pageLoop(),
  undoBurst(),
  scrollThrash(),
  scrollHunt(),
  helpSeek(),
  exitIntent(),

  // the page and its network
  slowPage(),
  longWait(),
  netFailure(),
  brokenResource(),
  mediaStall(),
  permissionDenied(),
];
