/**
 * Lets one process at a time do something: two starts in one checkout must not both run `npm ci`. The lock is a file that
 * names its holder; it appears with its content in one step (a hard link), and that of a process that died is removed.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SetupProblem } from './setup-problem.mjs';

const POLL_MS = 100;

/**
 * @template T
 * @param {string} file Where the lock lives; its folder is made.
 * @param {{ patienceMs: number, onWait?: (holderPid: number) => void }} options `onWait` is called once, when another
 *   process holds the lock.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {SetupProblem} When the other process is still busy after that time.
 */
export async function withLock(file, { patienceMs, onWait }, work) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const ours = `${process.pid} ${randomUUID()}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, ours);
  try {
    await acquire(file, draft, Date.now() + patienceMs, onWait);
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return await work();
  } finally {
    if (read(file) === ours) rmSync(file);
  }
}

/**
 * @param {string} file
 * @param {string} draft
 * @param {number} deadlineMs
 * @param {((holderPid: number) => void) | undefined} onWait
 */
async function acquire(file, draft, deadlineMs, onWait) {
  let waiting = false;
  while (!tryLink(draft, file)) {
    const holder = read(file);
    if (holder === undefined) continue;
    const pid = Number.parseInt(holder, 10);
    if (!isAlive(pid)) {
      removeDead(file, holder);
      continue;
    }
    if (Date.now() > deadlineMs) {
      throw new SetupProblem(
        `Another set-up (process ${pid}) has been at work for a long time.`,
        `Wait for it, or end that process and run this again. If there is no such process, delete ${file}.`,
      );
    }
    if (!waiting) onWait?.(pid);
    waiting = true;
    await delay(POLL_MS);
  }
}

/**
 * Moves a dead holder's lock away. Should a living process have replaced it in between, its lock is put back.
 *
 * @param {string} file
 * @param {string} deadHolder
 */
function removeDead(file, deadHolder) {
  const grave = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, grave);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(grave) !== deadHolder) tryLink(grave, file);
  rmSync(grave, { force: true });
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {boolean} False when `to` exists.
 */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  // A killed process stays listed until its parent asks for it, which in a container may be never.
  return process.platform !== 'linux' || !/\) [ZX] /.test(read(`/proc/${pid}/stat`) ?? ') X ');
}
