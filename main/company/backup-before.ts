import { mkdir } from 'node:fs/promises';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { freeBackupPath } from '../db/backups/backup-name';
import { storageProblem } from '../db/storage-problem';
import type { RemoteStore } from '../db/store';
import type { Logger, Time } from '../ports';

export interface BackupBeforeParts {
  readonly store: RemoteStore;
  readonly time: Pick<Time, 'nowMs'>;
  readonly backupFolder: string;
  readonly logger: Logger;
}

/**
 * Makes a backup before much is taken out of Simon, and reads it back; the path of the file. `about`: what stands behind
 * the reason in its name. Problem `backup-failed`: then nothing may be taken out.
 */
export type BackupBefore = (kind: 'before-wipe' | 'before-clean-up', about: string) => Promise<Result<string>>;

export function createBackupBefore({ store, time, backupFolder, logger }: BackupBeforeParts): BackupBefore {
  return async (kind, about) => {
    try {
      await mkdir(backupFolder, { recursive: true });
      const file = freeBackupPath(backupFolder, kind, time.nowMs(), about);
      await store.info.backup(file);
      return ok(file);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      logger.warn('company', `backup ${kind} failed`, { error: String(error) });
      return fail(problem('storage', 'backup-failed', { folder: backupFolder }));
    }
  };
}

/** The disk or the system refused; anything else is a bug. */
const isRefusal = (error: unknown): boolean =>
  storageProblem(error) !== null || (error instanceof Error && 'syscall' in error);
