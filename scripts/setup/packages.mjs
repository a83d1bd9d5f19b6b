/**
 * npm packages: `npm ci` when node_modules does not hold what package-lock.json says.
 *
 * A stamp in node_modules remembers the lock's hash, so that a warm start reads two small files. When the stamp does
 * not fit (somebody ran `npm install NAME`), npm's own record of what it installed is compared with the lock first:
 * a full `npm ci` would throw away a tree that is already right.
 *
 * No install script runs: from a lock npm compiles better-sqlite3 although its package.json says `gypfile: false`, and
 * so would want Python and a compiler on every machine. keytar's script is run apart; no other package needs its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installKeychainAddon, keychainAddonIsReady } from './keychain-addon.mjs';
import { npmProblem } from './npm-problem.mjs';
import { npmProgram } from './npm-program.mjs';
import { run } from './run.mjs';

const POLL_MS = 300;

/**
 * @param {string} root The checkout.
 * @returns {boolean} Whether node_modules holds what the lock says.
 */
export function packagesAreReady(root) {
  // npm writes its record last, so a tree without it was cut short.
  if (!existsSync(npmRecord(root)) || !keychainAddonIsReady(root)) return false;
  const hash = lockHash(root);
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === hash) return true;
  if (!treeMatchesLock(root)) return false;
  writeFileSync(stampFile(root), hash);
  return true;
}

/**
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @throws {import('./setup-problem.mjs').SetupProblem} When npm fails.
 */
export async function installPackages(root, progress) {
  const npm = npmProgram();
  await progress.step('npm packages', async (step) => {
    const watcher = setInterval(() => step.fraction(installedFraction(root)), POLL_MS);
    try {
      const args = [...npm.leadingArgs, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      const outcome = await run(npm.program, args, { cwd: root, shell: npm.shell });
      if (outcome.exitCode !== 0) {
        throw npmProblem('npm ci could not install the packages', outcome.tail);
      }
    } finally {
      clearInterval(watcher);
    }
    await installKeychainAddon(root);
  });
  writeFileSync(stampFile(root), lockHash(root));
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.simon-koppel-lock');

/** @param {string} root */
const npmRecord = (root) => join(root, 'node_modules', '.package-lock.json');

/** @param {string} root */
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** @param {string} file */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** @param {string} root */
function treeMatchesLock(root) {
  const installed = readPackages(npmRecord(root));
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, locked]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional packages for another operating system are in the lock, but rightly not in the tree.
    if (found === undefined) return locked.optional === true || locked.devOptional === true;
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/**
 * @param {string} root
 * @returns {number} The part of the locked packages whose files have arrived, 0 to 1.
 */
function installedFraction(root) {
  const paths = Object.keys(readPackages(join(root, 'package-lock.json')));
  return paths.filter((path) => existsSync(join(root, path, 'package.json'))).length / paths.length;
}
