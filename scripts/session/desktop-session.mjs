/**
 * What the app takes from a desktop session, and brings along where there is none: a screen and a keychain.
 * Only Linux has machines without them; elsewhere nothing is missing.
 */
import { hasDisplay, ownDisplayEnv, startVirtualDisplay } from './display.mjs';
import { privateKeyringBus } from './private-keyring.mjs';
import { sessionHasKeychain } from './secret-service.mjs';

/**
 * @returns {Promise<{ screen: boolean, keychain: boolean }>} What this session lacks.
 */
export async function missingFromSession() {
  if (process.platform !== 'linux') return { screen: false, keychain: false };
  return { screen: !hasDisplay(), keychain: !(await sessionHasKeychain()) };
}

/**
 * @param {{ screen: boolean, keychain: boolean }} missing
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} The environment that makes up for it, and what
 *   ends the parts that are for this run only.
 * @throws {import('../setup/setup-problem.mjs').SetupProblem}
 */
export async function completeSession(missing) {
  const keychain = missing.keychain ? { DBUS_SESSION_BUS_ADDRESS: await privateKeyringBus() } : {};
  if (!missing.screen) return { env: { ...keychain, ...ownDisplayEnv() }, stop: () => Promise.resolve() };
  const display = await startVirtualDisplay();
  return { env: { ...keychain, ...display.env }, stop: display.stop };
}
