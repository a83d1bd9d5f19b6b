/**
 * The native part of keytar: its own install script copies the binary for this system to where keytar loads it. Set-up
 * runs that script itself, because `npm ci` runs none (see packages.mjs).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { SetupProblem } from './setup-problem.mjs';

/**
 * @param {string} root The checkout.
 * @returns {boolean} Whether keytar will find its native part.
 */
export function keychainAddonIsReady(root) {
  return existsSync(join(packageFolder(root), 'build', 'Release', 'keytar.node'));
}

/**
 * @param {string} root
 * @throws {SetupProblem} When keytar ships nothing for this system.
 */
export async function installKeychainAddon(root) {
  const { exitCode, tail } = await run(process.execPath, ['script/install.js'], { cwd: packageFolder(root) });
  if (exitCode === 0 && keychainAddonIsReady(root)) return;
  throw new SetupProblem(
    `The keychain package has no part for ${process.platform} on ${process.arch}:\n${tail}`,
    'Use a computer with Windows, macOS or Linux on x64 or arm64.',
  );
}

/** @param {string} root */
const packageFolder = (root) => join(root, 'node_modules', 'keytar');
