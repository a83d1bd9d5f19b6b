/**
 * What is done with backups. It takes as long as the database is large, so that the app does it in a thread of its own
 * (`backup-thread.ts`); tests and whoever waits anyway do it here.
 */
import type { BackupRow } from '../../../preload/contract/views';
import { backupFiles } from './backup-folder';
import type { MayGoOn } from './copy-in-steps';
import { makeDailyBackup, type DailyBackupRequest } from './daily-backup';
import { readBackup } from './read-backup';
import { restoreBackup, type RestoreOutcome, type RestoreRequest } from './restore-backup';

/** Each throws a `StorageError` when the computer refuses. */
export interface BackupJobs {
  /** `makeDailyBackup` */
  readonly daily: (request: DailyBackupRequest, mayGoOn: MayGoOn) => Promise<void>;
  /** All backups in the folder, newest first. */
  readonly list: (folder: string) => readonly BackupRow[];
  /** `restoreBackup` */
  readonly restore: (request: RestoreRequest) => RestoreOutcome;
}

/** The same from another thread. */
export interface RemoteBackupJobs {
  /** Resolves soon after the signal aborts; then no backup was made. */
  readonly daily: (request: DailyBackupRequest, signal: AbortSignal) => Promise<void>;
  readonly list: (folder: string) => Promise<readonly BackupRow[]>;
  readonly restore: (request: RestoreRequest) => Promise<RestoreOutcome>;
}

export const backupJobs: BackupJobs = {
  daily: makeDailyBackup,
  list: (folder) => backupFiles(folder).map((file) => readBackup(folder, file)),
  restore: restoreBackup,
};
