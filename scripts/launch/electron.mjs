/** Starts the built app in Electron and waits for its end. */
import { ROOT } from '../setup/checkout.mjs';
import { runInForeground } from './child.mjs';

/**
 * @param {string} electronProgram
 * @param {readonly string[]} args The app's own arguments.
 * @param {Record<string, string>} sessionEnv
 * @returns {Promise<number>} The app's exit code.
 */
export function runElectron(electronProgram, args, sessionEnv) {
  const env = { ...sessionEnv, ...sandboxEnv() };
  return runInForeground(electronProgram, [ROOT, ...args], { cwd: process.cwd(), env, filterChromium: true });
}

/**
 * Chromium refuses to sandbox for root and stops. The variable says the same as --no-sandbox, but leaves the app's
 * arguments alone.
 */
export function sandboxEnv() {
  return process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
}
