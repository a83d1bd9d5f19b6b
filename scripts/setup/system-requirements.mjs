/**
 * What the app needs of a Linux system: the libraries Electron and the keychain load, and, where there is no desktop, the
 * programs that stand in for one. Looked up by library and program, not by package: a machine may have them in any way.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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
      library === undefined
        ? !programExists(/** @type {string} */ (program))
        : libraries?.includes(`${library} `) === false,
    )
    .map(({ debian }) => debian);
  return [...new Set(missing)];
}

/**
 * @returns {string | undefined} The listing of the dynamic linker, in which each library's name is followed by a space;
 *   undefined where there is none to ask (NixOS).
 */
function loadableLibraries() {
  for (const program of ['/sbin/ldconfig', 'ldconfig']) {
    try {
      return execFileSync(program, ['-p'], { encoding: 'utf8', maxBuffer: 16_000_000 });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}

/**
 * @param {string} name
 * @returns {boolean} Whether it is on the PATH.
 */
export function programExists(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
