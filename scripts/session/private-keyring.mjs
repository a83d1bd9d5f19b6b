/**
 * A keychain for a computer without a desktop session: a server, a container, a login over ssh.
 *
 * One bus and one GNOME Keyring per user and keyring folder, started when first needed and left running, so that what one
 * command stores the next one finds. The keyring's file stays in the user's data folder; the user's own keyrings are not
 * touched. To end it: kill the process named in the runtime folder's `bus.pid`; the next command starts it again.
 *
 * Security: on a desktop the login password opens the keyring. Here nobody is there to type one, so by default a random
 * one lies next to it, readable by this user only. Then the keyring is as safe as the user's own files, no more: who can
 * read this user's files or is root can read the secrets. Where that is not enough, give the password to every command in
 * the environment as SIMON_KOPPEL_KEYRING_PASSWORD, from a place that is safer (before the first use: a keyring that
 * exists keeps the password it was made with).
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';
import { busAddress } from './bus.mjs';
import { startKeyringDaemon } from './keyring-daemon.mjs';
import { keyringState } from './secret-service.mjs';

const LOCK_PATIENCE_MS = 30_000;

/**
 * @returns {Promise<string>} The address of a bus with an open keyring.
 * @throws {SetupProblem} When the keyring cannot be opened.
 */
export async function privateKeyringBus() {
  const dataFolder = join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'simon-koppel', 'keyring');
  const runtimeFolder = makeRuntimeFolder(dataFolder);
  const address = busAddress(runtimeFolder);
  if ((await keyringState(address)) === 'open') return address;
  return withLock(join(runtimeFolder, 'lock'), { patienceMs: LOCK_PATIENCE_MS }, async () => {
    if ((await keyringState(address)) === 'open') return address;
    return start(runtimeFolder, dataFolder);
  });
}

/**
 * @param {string} runtimeFolder
 * @param {string} dataFolder
 */
async function start(runtimeFolder, dataFolder) {
  endRemains(runtimeFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const started = await startKeyringDaemon({
    ...{ runtimeFolder, dataFolder, outlivesUs: true },
    password: password(dataFolder),
  });
  if (started === undefined) {
    throw new SetupProblem(
      `The keyring in ${dataFolder} could not be opened: its password is another one, or gnome-keyring-daemon did not start.`,
      [
        'Set SIMON_KOPPEL_KEYRING_PASSWORD to the password that the keyring was made with.',
        `If that is lost, delete ${dataFolder} and link the accounting package again.`,
      ].join('\n'),
    );
  }
  writeFileSync(pidFile(runtimeFolder), String(started.busPid));
  return started.address;
}

/**
 * A bus whose keyring daemon died is of no use, and a second daemon on it would not open the keyring.
 *
 * @param {string} runtimeFolder
 */
function endRemains(runtimeFolder) {
  if (existsSync(pidFile(runtimeFolder))) {
    const pid = Number(readFileSync(pidFile(runtimeFolder), 'utf8'));
    try {
      // The number may belong to another program since: only a bus of ours names its folder on its command line.
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(runtimeFolder)) process.kill(pid);
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
    }
  }
  for (const name of ['bus', 'bus.pid', 'control']) rmSync(join(runtimeFolder, name), { recursive: true, force: true });
}

/** @param {string} dataFolder */
function password(dataFolder) {
  const given = process.env.SIMON_KOPPEL_KEYRING_PASSWORD;
  if (given) return given;
  const file = join(dataFolder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

/**
 * Where the sockets live: in the user's runtime folder, or else in a folder in the shared temporary folder, which must
 * then be proven to be ours alone.
 *
 * @param {string} dataFolder Keyrings in different places get different buses.
 */
function makeRuntimeFolder(dataFolder) {
  const uid = /** @type {() => number} */ (process.getuid)();
  const given = process.env.XDG_RUNTIME_DIR;
  const base =
    given && existsSync(given) && lstatSync(given).uid === uid
      ? join(given, 'simon-koppel')
      : join(tmpdir(), `simon-koppel-${uid}`);
  mkdirSync(base, { recursive: true, mode: 0o700 });
  const { uid: owner, mode } = lstatSync(base);
  if (!lstatSync(base).isDirectory() || owner !== uid || (mode & 0o077) !== 0) {
    throw new SetupProblem(
      `The folder ${base} is not this user's alone, so the keychain is not started in it.`,
      `Delete it (or have it deleted by its owner), or set XDG_RUNTIME_DIR to a folder of your own.`,
    );
  }
  const folder = join(base, createHash('sha256').update(dataFolder).digest('hex').slice(0, 12));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** @param {string} runtimeFolder */
const pidFile = (runtimeFolder) => join(runtimeFolder, 'bus.pid');
