import { alwaysQuiet } from './checks/alwaysQuiet';
import { creepy } from './checks/creepy';
import { experiments } from './checks/experiments';
import { humans } from './checks/humans';
import { intents } from './checks/intents';
import { lengths } from './checks/lengths';
import { limits } from './checks/limits';
import { looks } from './checks/looks';
import { neverAllowed } from './checks/neverAllowed';
import { neverHere } from './checks/neverHere';
import { neverShown } from './checks/neverShown';
import { neverTold } from './checks/neverTold';
import { past } from './checks/past';
import { reach } from './checks/reach';
import { sameElement } from './checks/sameElement';
import { selectors } from './checks/selectors';
import { sensitive } from './checks/sensitive';
import { thenNever } from './checks/thenNever';
import { translations } from './checks/translations';
import { unusedPlaces } from './checks/unusedPlaces';
import { upkeep } from './checks/upkeep';
import { waits } from './checks/waits';
import type { Check } from './subject';

/** Every check beyond what the page itself refuses; one more is one line more. */
export const checks: readonly Check[] = [
  selectors, reach, alwaysQuiet, neverAllowed, neverShown, neverHere, neverTold, waits, thenNever, past,
  looks,
  limits, intents, sameElement, humans,
  lengths, translations, creepy, sensitive,
  experiments, unusedPlaces, upkeep,
];
