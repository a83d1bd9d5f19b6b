/** Starts GNOME Keyring as the Secret Service of a bus of our own, with its default keyring open. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBus } from './bus.mjs';
import { hasOpenKeyring } from './secret-service.mjs';

const START_LIMIT_MS = 10_000;
const POLL_MS = 20;

/**
 * @typedef {object} KeyringPlace
 * @property {string} runtimeFolder Private folder for sockets; its path is short (a socket's path holds 107 bytes).
 * @property {string} dataFolder Stands in for XDG_DATA_HOME, for this daemon alone: the keyring file is in its "keyrings".
 * @property {string} password Opens the keyring; a keyring that does not exist yet is made with it.
 */

/**
 * @param {KeyringPlace} place
 * @returns {Promise<{ address: string, busPid: number } | undefined>} The bus it serves, once it answers; undefined when
 *   the keyring did not open. Both programs outlive this process; the daemon ends with its bus.
 */
export async function startKeyringDaemon({ runtimeFolder, dataFolder, password }) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const bus = await startBus(runtimeFolder);
  const daemon = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${join(runtimeFolder, 'control')}`],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {
        ...process.env,
        DBUS_SESSION_BUS_ADDRESS: bus.address,
        XDG_DATA_HOME: dataFolder,
        XDG_RUNTIME_DIR: runtimeFolder,
      },
    },
  );
  let ended = false;
  daemon.on('error', () => (ended = true)).on('exit', () => (ended = true));
  daemon.stdin.on('error', () => undefined).end(password);
  daemon.unref();
  for (const deadlineMs = Date.now() + START_LIMIT_MS; !ended && Date.now() < deadlineMs; await delay(POLL_MS)) {
    if (await hasOpenKeyring(bus.address)) return { address: bus.address, busPid: bus.pid };
  }
  process.kill(bus.pid);
  return undefined;
}
