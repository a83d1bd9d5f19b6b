/**
 * Installs missing system packages where this user may do that without a password; else says which command does it.
 */
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { withLock } from './lock.mjs';
import { run } from './run.mjs';
import { SetupProblem } from './setup-problem.mjs';
import { missingSystemPackages, programExists } from './system-requirements.mjs';

/** How long apt-get waits for another package manager, and this set-up for another of this user. */
const LOCK_PATIENCE_MS = 5 * 60_000;

/**
 * Installs what is missing for these purposes, if anything.
 *
 * @param {readonly import('./system-requirements.mjs').Purpose[]} purposes
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupProblem} When this user may not install packages, or apt-get fails.
 */
export async function installSystemPackages(purposes, progress) {
  if (missingSystemPackages(purposes).length === 0) return;
  const onWait = (/** @type {number} */ pid) =>
    progress.note(`Waiting for process ${pid}, which installs system packages.`);
  await withLock(
    join(cacheFolder(), 'locks', 'system-packages'),
    { patienceMs: LOCK_PATIENCE_MS, onWait },
    async () => {
      const packages = missingSystemPackages(purposes);
      if (packages.length > 0) await aptInstall(packages, progress);
    },
  );
}

/**
 * @param {readonly string[]} packages
 * @param {import('./progress.mjs').Progress} progress
 */
async function aptInstall(packages, progress) {
  const list = packages.join(' ');
  if (!programExists('apt-get')) {
    throw new SetupProblem(
      `This Linux system misses things that Debian calls: ${list}.`,
      "Install them with your system's own package manager, then run this again.",
    );
  }
  const asRoot = await rootPrefix();
  if (asRoot === undefined) {
    throw new SetupProblem(
      `System packages are missing: ${list}.`,
      `Run this, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${list}`,
    );
  }
  const apt = async (/** @type {string[]} */ ...args) => {
    const aptGet = ['apt-get', '-o', `DPkg::Lock::Timeout=${LOCK_PATIENCE_MS / 1000}`, ...args];
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...aptGet];
    return run(program, rest);
  };
  await progress.step(`System packages: ${list}`, async () => {
    // A failed update is not the end: the lists that are there may do.
    const update = await apt('update');
    const install = await apt('install', '-y', '--no-install-recommends', ...(await currentNames(packages)));
    if (install.exitCode !== 0) {
      throw new SetupProblem(
        `apt-get could not install ${list}:\n${update.exitCode === 0 ? '' : `${update.tail}\n`}${install.tail}`,
        `Solve what it says, or install them yourself:\n  sudo apt-get install -y --no-install-recommends ${list}`,
      );
    }
  });
}

/**
 * @returns {Promise<string[] | undefined>} What to put before a command that needs root; undefined when that cannot be
 *   had without asking for a password.
 */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).exitCode === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string[]>} The same packages by the names this release has for them.
 */
async function currentNames(packages) {
  return Promise.all(
    packages.map(async (name) =>
      (await run('apt-cache', ['show', `${name}t64`])).exitCode === 0 ? `${name}t64` : name,
    ),
  );
}
