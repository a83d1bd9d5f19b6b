/**
 * Notices when the one who started us is gone. npm puts a shell between itself and its scripts: when npm is told to stop,
 * the shell alone gets the signal, and when npm is killed, neither the shell nor we hear of it.
 */
import { readFileSync } from 'node:fs';

const POLL_MS = 250;

/**
 * @param {{ onStopped: () => void, onKilled: () => void }} reactions `onStopped`: our parent has ended, so we are to end
 *   too. `onKilled`: npm above it was killed outright (seen on Linux only).
 * @returns {() => void} Stops watching. Each reaction comes at most once.
 */
export function watchAncestors({ onStopped, onKilled }) {
  const parent = process.ppid;
  const grandparent = process.env.npm_lifecycle_event === undefined ? undefined : parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      onStopped();
    } else if (grandparent !== undefined && parentOf(parent) !== grandparent) {
      clearInterval(timer);
      onKilled();
    }
  }, POLL_MS);
  return () => clearInterval(timer);
}

/**
 * @param {number} pid
 * @returns {number | undefined} Undefined where the system does not tell.
 */
function parentOf(pid) {
  try {
    // The program's name, in brackets, may itself hold spaces and brackets.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined;
  }
}
