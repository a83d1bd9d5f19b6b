/** Runs in the main process: walks the login page of a simulator when there is nobody to do so. */
import type { OpenLoginPage } from '../ports';
import { isLoopbackAddress } from '../platform/allowed-address';

/** The login page, the way back, and a little more. */
const MAX_STEPS = 5;

/**
 * Follows the page to where a browser would end: back at this computer. The simulator has to agree by itself. Throws when
 * it shows a page instead, or sends to another computer: in the practice administration that can only be a bug.
 */
export const walkLoginPage: OpenLoginPage = async (url) => {
  let address = url;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (!isLoopbackAddress(new URL(address))) throw new Error(`A practice login leads to ${new URL(address).host}`);
    const response = await fetch(address, { redirect: 'manual' });
    const next = response.headers.get('location');
    if (next === null) {
      if (!response.ok || step === 0) throw new Error(`A practice login ends with ${response.status}`);
      return;
    }
    address = new URL(next, address).href;
  }
  throw new Error('A practice login goes on for ever');
};
