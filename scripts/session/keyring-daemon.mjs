/** Starts GNOME Keyring as the Secret Service of a bus of our own, with its default keyring open. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBus } from './bus.mjs';
import { keyringState } from './secret-service.mjs';

const START_LIMIT_MS = 10_000;
/** The daemon answers a moment before it has opened the keyring; one that stays locked was made with another password. */
const UNLOCK_LIMIT_MS = 1_000;
const POLL_MS = 20;

/**
 * @typedef {object} KeyringPlace
 * @property {string} runtimeFolder Private folder for sockets; its path is short (a socket's path holds 107 bytes).
 * @property {string} dataFolder Stands in for XDG_DATA_HOME, for this daemon alone: the keyring file is in its "keyrings".
 * @property {string} password Opens the keyring; a keyring that does not exist yet is made with it.
 * @property {boolean} outlivesUs Whether it goes on when this process ends.
 */

/**
 * @param {KeyringPlace} place
 * @returns {Promise<{ address: string, busPid: number, stop: () => Promise<void> } | undefined>} The bus it serves, once
 *   it answers; undefined when the keyring did not open.
 */
export async function startKeyringDaemon({ runtimeFolder, dataFolder, password, outlivesUs }) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const bus = await startBus(runtimeFolder, { outlivesUs });
  const env = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XDG_DATA_HOME: dataFolder,
    XDG_RUNTIME_DIR: runtimeFolder,
  };
  const args = [
    '--foreground',
    '--unlock',
    '--components=secrets',
    `--control-directory=${join(runtimeFolder, 'control')}`,
  ];
  const daemon = spawn('gnome-keyring-daemon', args, { detached: true, env, stdio: ['pipe', 'ignore', 'ignore'] });
  let isGone = false;
  const ended = once(daemon, 'exit').catch(() => undefined);
  void ended.then(() => (isGone = true));
  // It reads the password up to the end of its input; when it could not start, `ended` tells.
  daemon.stdin.on('error', () => undefined).end(password);
  daemon.unref();
  const stop = async () => {
    // It ends by itself when its bus does.
    await bus.stop();
    daemon.ref();
    await ended;
  };
  let deadlineMs = Date.now() + START_LIMIT_MS;
  for (let isLocked = false; !isGone && Date.now() < deadlineMs; await delay(POLL_MS)) {
    const state = await keyringState(bus.address);
    if (state === 'open') return { address: bus.address, busPid: bus.pid, stop };
    if (state === 'locked' && !isLocked) deadlineMs = Date.now() + UNLOCK_LIMIT_MS;
    isLocked = state === 'locked';
  }
  await stop();
  return undefined;
}
