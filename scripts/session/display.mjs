/**
 * The screen: the user's own, or on a Linux machine without one a virtual screen for one run. Electron needs a screen
 * even for work without a window: it makes PDFs in a window that is never shown.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dieWithParent } from '../launch/die-with-parent.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';

const SCREEN = '1280x900x24';
const COOKIE_KIND = 'MIT-MAGIC-COOKIE-1';
/** In an X authority file: this entry serves every screen of every host. */
const FAMILY_WILD = 0xffff;

/** @returns {boolean} Whether a window of ours would be seen by somebody. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @returns {Record<string, string>} What Electron must be told about the user's own screen: releases before 38 look for an
 *   X server unless this variable says otherwise, and a pure Wayland session has none.
 */
export function ownDisplayEnv() {
  return process.env.WAYLAND_DISPLAY && !process.env.DISPLAY ? { ELECTRON_OZONE_PLATFORM_HINT: 'wayland' } : {};
}

/**
 * Starts a virtual screen. The server itself chooses the first free number, so any number of runs can start at once;
 * a cookie keeps the other users of the machine out.
 *
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 * @throws {SetupProblem} When it does not start.
 */
export async function startVirtualDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'simon-koppel-screen-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityEntry(randomBytes(16)), { mode: 0o600 });
  // Without -noreset it starts anew when its last client leaves, and refuses the next one in that moment.
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority];
  const server = spawn(...dieWithParent('TERM', 'Xvfb', args), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  /** @type {import('node:stream').Readable} */ (server.stderr).setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill();
    // Waited for, so that it is gone from the process list also where nobody collects orphans, as in a container.
    await ended.catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  const numberPipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  try {
    const [number] = await Promise.race([
      once(numberPipe.setEncoding('utf8'), 'data'),
      ended.then(([code]) => Promise.reject(new Error(`it ended with code ${code}`))),
    ]);
    return { env: { DISPLAY: `:${number.trim()}`, XAUTHORITY: authority }, stop };
  } catch (error) {
    await stop();
    throw new SetupProblem(
      `The virtual screen (Xvfb) did not start: ${error.message}. ${complaint.trim()}`,
      'Check that Xvfb is installed (Debian: sudo apt-get install xvfb) and that /tmp can be written.',
    );
  }
}

/**
 * One entry of an X authority file, see Xsecurity(7) and libXau.
 *
 * @param {Buffer} cookie
 */
function authorityEntry(cookie) {
  const field = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const family = Buffer.alloc(2);
  family.writeUInt16BE(FAMILY_WILD);
  const anyAddress = field(Buffer.alloc(0));
  const anyNumber = field(Buffer.alloc(0));
  return Buffer.concat([family, anyAddress, anyNumber, field(Buffer.from(COOKIE_KIND)), field(cookie)]);
}
