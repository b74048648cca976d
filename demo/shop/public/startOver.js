import { emptyCart } from './cart.js';
import { breakAll, faults } from './faults.js';
import { whenLoaded } from './furrow.js';
import { setKnown } from './incidents.js';
import { forgetSeen } from './panel/seen.js';

/** Back to the first minute: furrow and the shop forget everything, and the question is put again. */
export async function startOver() {
  const furrow = await whenLoaded();
  await furrow.withdraw();
  for (const key of Object.keys(localStorage)) if (key.startsWith('furrow.')) localStorage.removeItem(key);
  forgetSeen();
  emptyCart();
  breakAll();
  for (const { id } of faults) setKnown(id, false);
  location.assign('/');
}
