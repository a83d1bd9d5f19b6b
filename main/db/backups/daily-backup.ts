import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { guarded } from '../connection';
import { copyDatabase } from '../copy-database';
import { StorageError } from '../storage-error';
import { deleteOutdated } from './backup-folder';
import { freeBackupPath } from './backup-name';

export interface DailyBackupRequest {
  /** The database, which others go on working with. */
  readonly database: string;
  readonly folder: string;
  /** Wall clock, UTC ms. */
  readonly nowMs: number;
}

/**
 * Checks the whole database and makes the backup of the day; then what the rotation has no place for goes. Throws a
 * `StorageError`; `damaged` is about the database itself. Nothing is deleted then.
 */
export function makeDailyBackup({ database, folder, nowMs }: DailyBackupRequest): void {
  guarded(() => {
    mkdirSync(folder, { recursive: true });
    // A reader of its own: in WAL mode it holds up no writer, and a writer does not hold it up.
    const db = new Database(database, { readonly: true, fileMustExist: true, timeout: 5_000 });
    try {
      const detail = String(db.pragma('integrity_check(1)', { simple: true }));
      if (detail !== 'ok') throw new StorageError('damaged', detail);
      copyDatabase(db, freeBackupPath(folder, 'daily', nowMs));
    } finally {
      db.close();
    }
  });
  deleteOutdated(folder, nowMs);
}
