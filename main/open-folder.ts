/** Runs in the main process: the beginning of every run in a data folder, with or without a window. */
import { problem } from '../connectors/_kit/problem';
import { fail, ok, type Result } from '../connectors/_kit/result';
import { storageProblem } from './db/storage-problem';
import { StorageError } from './db/storage-error';
import { createLifecycle, type Lifecycle } from './lifecycle';
import type { FileLogger } from './log/logger';
import type { Application } from './platform/application';
import type { DataFolder } from './platform/data-folder';
import { lockFolder, type FolderLock } from './platform/folder-lock';
import { isNetworkShare, shareFactsOf } from './platform/network-share';
import { systemTime } from './platform/system-time';

/** Systems wait five seconds or more at a log-off; aborting requests and closing the database takes one. */
const STOP_LIMIT_MS = 4_500;
/** A process that was told to end holds the lock for about as long. */
const LOCK_PATIENCE_MS = 6_000;

/**
 * Waits until the app is ready, takes the data folder for this process, and ties the end of the process to a lifecycle.
 * `work`: what the next one is told is going on here. Problems: `data-folder-in-use`, `data-folder-on-share`,
 * `data-folder-not-writable`, `storage-full`.
 */
export async function openFolder(
  folder: DataFolder,
  work: string,
  application: Application,
  logger: FileLogger,
): Promise<Result<Lifecycle>> {
  await application.ready();
  // Two computers could work there at once, each sure to be alone.
  if (isNetworkShare(shareFactsOf(folder.root))) {
    return fail(problem('storage', 'data-folder-on-share', { folder: folder.root }));
  }
  const locked = await lockOrRefusal(folder, work);
  if (!locked.ok) return locked;
  const lock = locked.value;
  if (!lock.held) {
    const holder = lock.holder?.work ?? '?';
    return fail(problem('storage', 'data-folder-in-use', { folder: folder.root, holder }));
  }
  const lifecycle = createLifecycle({
    limitMs: STOP_LIMIT_MS,
    sleep: systemTime.sleep,
    onFailure: (part, error) => void logger.bug('lifecycle', error, { part }),
  });
  lifecycle.onStop('folder lock', lock.release);
  lifecycle.onStop('log', logger.close);
  application.beforeExit(lifecycle.stop);
  logger.info('app', 'started', { version: application.version, work });
  return ok(lifecycle);
}

/** A folder in which nothing can be kept is told in words. */
async function lockOrRefusal(folder: DataFolder, work: string): Promise<Result<FolderLock>> {
  try {
    return ok(await lockFolder(folder.root, work, { time: systemTime, patienceMs: LOCK_PATIENCE_MS }));
  } catch (error) {
    const refusal = storageProblem(error);
    if (refusal === null) throw error;
    if (refusal.code === 'storage-full') return fail(refusal);
    const detail = error instanceof StorageError ? error.message : '';
    return fail(problem('storage', 'data-folder-not-writable', { folder: folder.root, detail }));
  }
}

/** What nobody caught: a promise that failed in the background is reported; anything else ends the process cleanly. */
export function catchBugs(logger: FileLogger, onBug: (bugId: string) => void): void {
  process.on('unhandledRejection', (error) => void logger.bug('background', error));
  process.on('uncaughtException', (error) => onBug(logger.bug('uncaught', error)));
}
