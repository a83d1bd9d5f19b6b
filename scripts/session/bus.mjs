/**
 * D-Bus session buses: asking one a question, and starting one of our own.
 * Specification: https://dbus.freedesktop.org/doc/dbus-specification.html
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dieWithParent } from '../launch/die-with-parent.mjs';
import { run } from '../setup/run.mjs';

const ANSWER_LIMIT_MS = 2_000;

/** @typedef {{ destination: string, path: string, method: string, args?: readonly string[] }} Call */

/** @typedef {{ address: string, pid: number, stop: () => Promise<void> }} Bus */

/**
 * @param {string} address
 * @param {Call} call Arguments are written as dbus-send wants them: `string:text`.
 * @returns {Promise<string | undefined>} The answer as text; undefined when there is none, also because the bus is gone
 *   or dbus-send is not installed.
 */
export async function askBus(address, { destination, path, method, args = [] }) {
  const { exitCode, stdout } = await run('dbus-send', [
    `--bus=${address}`,
    '--print-reply=literal',
    `--reply-timeout=${ANSWER_LIMIT_MS}`,
    `--dest=${destination}`,
    path,
    method,
    ...args,
  ]);
  return exitCode === 0 ? stdout.trim() : undefined;
}

/**
 * Starts a bus that starts nothing by itself: with the system's service files it would start a second, locked keyring as
 * soon as ours had gone.
 *
 * @param {string} folder Private folder for the socket and the configuration.
 * @param {{ outlivesUs: boolean }} options Whether it goes on when this process ends.
 * @returns {Promise<Bus>} Once it accepts connections.
 */
export async function startBus(folder, { outlivesUs }) {
  const address = busAddress(folder);
  const configuration = join(folder, 'bus.conf');
  writeFileSync(configuration, configurationFor(address));
  const args = [`--config-file=${configuration}`, '--nofork', '--nopidfile', '--print-address=3'];
  const command = outlivesUs ? ['dbus-daemon', args] : dieWithParent('TERM', 'dbus-daemon', args);
  const child = spawn(...command, { detached: outlivesUs, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const ready = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  await Promise.race([
    once(ready, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`dbus-daemon stopped with code ${code}`))),
  ]);
  ready.destroy();
  child.unref();
  const stop = async () => {
    child.ref();
    child.kill();
    await ended;
  };
  return { address, pid: /** @type {number} */ (child.pid), stop };
}

/** @param {string} folder */
export const busAddress = (folder) => `unix:path=${join(folder, 'bus')}`;

/** @param {string} address */
const configurationFor = (address) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
