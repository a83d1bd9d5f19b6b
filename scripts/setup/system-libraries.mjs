/**
 * What the app needs of a Linux system: the libraries Electron and the keychain load, and, where there is no desktop, the
 * programs that stand in for one. Looked up by library and program, so a machine that has them in another way is fine;
 * installed by the names of Debian's packages when this user may do that, else the command to run is shown.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { run } from './run.mjs';
import { SetupProblem } from './setup-problem.mjs';

/**
 * @typedef {object} Requirement
 * @property {string} debian The Debian package. Releases from 2024 on append "t64" to the libraries' names.
 * @property {string} [library] The shared library to look for.
 * @property {string} [program] The program to look for.
 */

/** @type {Readonly<Record<'app' | 'screen' | 'keychain' | 'compiler', readonly Requirement[]>>} */
const REQUIREMENTS = {
  app: [
    { debian: 'libgtk-3-0', library: 'libgtk-3.so.0' },
    { debian: 'libnss3', library: 'libnss3.so' },
    { debian: 'libasound2', library: 'libasound.so.2' },
    { debian: 'libgbm1', library: 'libgbm.so.1' },
    { debian: 'libsecret-1-0', library: 'libsecret-1.so.0' },
    { debian: 'libnotify4', library: 'libnotify.so.4' },
  ],
  screen: [{ debian: 'xvfb', program: 'Xvfb' }],
  keychain: [
    { debian: 'dbus', program: 'dbus-daemon' },
    { debian: 'dbus', program: 'dbus-send' },
    { debian: 'gnome-keyring', program: 'gnome-keyring-daemon' },
  ],
  compiler: [{ debian: 'g++', program: 'g++' }],
};

const LOCK_TIMEOUT_SECONDS = 300;

/** @typedef {keyof typeof REQUIREMENTS} Purpose */

/**
 * @param {readonly Purpose[]} purposes
 * @returns {string[]} The Debian packages that are missing; none on other operating systems than Linux.
 */
export function missingSystemPackages(purposes) {
  if (process.platform !== 'linux') return [];
  const libraries = loadableLibraries();
  const missing = purposes
    .flatMap((purpose) => REQUIREMENTS[purpose])
    .filter(({ library, program }) =>
      library === undefined ? !programExists(/** @type {string} */ (program)) : !libraries.includes(`${library} `),
    )
    .map(({ debian }) => debian);
  return [...new Set(missing)];
}

/**
 * @param {readonly string[]} packages
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupProblem} When this user may not install packages, or apt-get fails.
 */
export async function installSystemPackages(packages, progress) {
  const list = packages.join(' ');
  if (!programExists('apt-get')) {
    throw new SetupProblem(
      `This Linux system misses things that Debian calls: ${list}.`,
      "Install them with your system's own package manager, then run this again.",
    );
  }
  const asRoot = await rootPrefix();
  if (asRoot === undefined) {
    throw new SetupProblem(
      `System packages are missing: ${list}.`,
      `Run this, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${list}`,
    );
  }
  const apt = async (/** @type {string[]} */ ...args) => {
    const aptGet = ['apt-get', '-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`, ...args];
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...aptGet];
    return run(program, rest);
  };
  await progress.step(`System packages: ${list}`, async () => {
    // A failed update is not the end: the lists that are there may do.
    const update = await apt('update');
    const install = await apt('install', '-y', '--no-install-recommends', ...(await currentNames(packages)));
    if (install.exitCode !== 0) {
      throw new SetupProblem(
        `apt-get could not install ${list}:\n${update.exitCode === 0 ? '' : `${update.tail}\n`}${install.tail}`,
        `Solve what it says, or install them yourself:\n  sudo apt-get install -y --no-install-recommends ${list}`,
      );
    }
  });
}

/**
 * @returns {Promise<string[] | undefined>} What to put before a command that needs root; undefined when that cannot be
 *   had without asking for a password.
 */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).exitCode === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string[]>} The same packages by the names this release has for them.
 */
async function currentNames(packages) {
  return Promise.all(
    packages.map(async (name) =>
      (await run('apt-cache', ['show', `${name}t64`])).exitCode === 0 ? `${name}t64` : name,
    ),
  );
}

/** @returns {string} The listing of the dynamic linker; each library's name is followed by a space. */
function loadableLibraries() {
  for (const program of ['/sbin/ldconfig', 'ldconfig']) {
    try {
      return execFileSync(program, ['-p'], { encoding: 'utf8', maxBuffer: 16_000_000 });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return '';
}

/** @param {string} name */
function programExists(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
