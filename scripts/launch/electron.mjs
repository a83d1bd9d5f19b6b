/** Starts the built app in Electron and waits for its end. */
import { ROOT } from '../setup/checkout.mjs';
import { runInForeground } from './child.mjs';
import { sandboxEnv } from './sandbox.mjs';

/**
 * @param {string} electronProgram
 * @param {readonly string[]} args The app's own arguments.
 * @param {Record<string, string>} sessionEnv
 * @returns {Promise<number>} The app's exit code.
 */
export function runElectron(electronProgram, args, sessionEnv) {
  const env = { ...sessionEnv, ...sandboxEnv(electronProgram) };
  return runInForeground(electronProgram, [ROOT, ...args], { cwd: process.cwd(), env, filterChromium: true });
}
