/**
 * A desktop session for one run of the tests: home, screen, bus and keyring of its own in a temporary folder, so that
 * tests meet the real keychain and the real app without touching the user's, and leave nothing behind.
 * Linux only; elsewhere the tests run in the user's own session, because home and keychain cannot be exchanged there.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupProblem } from '../setup/setup-problem.mjs';
import { startVirtualDisplay } from './display.mjs';
import { startKeyringDaemon } from './keyring-daemon.mjs';

/**
 * @returns {Promise<{ env: Record<string, string | undefined>, stop: () => Promise<void> }>} The environment to run in
 *   (undefined takes a variable away), and what ends the session.
 * @throws {SetupProblem} When a part of it does not start.
 */
export async function startThrowAwaySession() {
  if (process.platform !== 'linux') return { env: {}, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'simon-koppel-test-'));
  const runtimeFolder = join(folder, 'run');
  mkdirSync(runtimeFolder, { mode: 0o700 });
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const dataFolder = join(folder, 'data');
  const keyring = await startKeyringDaemon({ runtimeFolder, dataFolder, password: 'test', outlivesUs: false });
  if (keyring === undefined) {
    removeFolder();
    throw new SetupProblem(
      'The keychain for the tests did not start: gnome-keyring-daemon does not answer.',
      'Check that it is installed (Debian: sudo apt-get install gnome-keyring dbus) and run this again.',
    );
  }
  const display = await startVirtualDisplay();
  return {
    env: {
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: dataFolder,
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_RUNTIME_DIR: runtimeFolder,
      DBUS_SESSION_BUS_ADDRESS: keyring.address,
      WAYLAND_DISPLAY: undefined,
      ...display.env,
    },
    async stop() {
      await display.stop();
      await keyring.stop();
      removeFolder();
    },
  };
}
