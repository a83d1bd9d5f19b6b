/**
 * Chromium's sandbox on Linux. It needs user namespaces (https://www.kernel.org/doc/html/latest/admin-guide/namespaces/)
 * or a helper program that belongs to root. Where neither is to be had, Electron stops instead of running without it; in
 * a checkout that only shows the app's own screens, running is worth more.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SETUID = 0o4000;

/**
 * @param {string} electronProgram
 * @returns {Record<string, string>} Environment for Electron: empty when it can make its sandbox. The variable says the
 *   same as --no-sandbox, but leaves the app's arguments alone.
 */
export function sandboxEnv(electronProgram) {
  if (process.platform !== 'linux') return {};
  const disabled = { ELECTRON_DISABLE_SANDBOX: '1' };
  // Chromium refuses its sandbox to root, which in a container is the ordinary user.
  if (process.getuid?.() === 0) return disabled;
  const helper = join(dirname(electronProgram), 'chrome-sandbox');
  if (helperBelongsToRoot(helper) || userNamespacesWork()) return {};
  process.stderr.write(
    `This system lets no program make its own sandbox: the app runs without one. To give it one, run\n` +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
  return disabled;
}

/** @param {string} helper */
function helperBelongsToRoot(helper) {
  const found = statSync(helper, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & SETUID) !== 0;
}

/** With the mapping, because that is what some distributions forbid while they allow the namespace itself. */
function userNamespacesWork() {
  return spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0;
}
