import { mkdirSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { checkTables } from '../check-tables';
import { guarded } from '../connection';
import { renameWhenFree } from '../rename-when-free';
import { asStorageError, StorageError } from '../storage-error';
import { syncFile } from '../sync-to-disk';
import { deleteOutdated } from './backup-folder';
import { freeBackupPath } from './backup-name';
import { copyInSteps, type MayGoOn } from './copy-in-steps';

export interface DailyBackupRequest {
  /** The database, which others go on working with. */
  readonly database: string;
  readonly folder: string;
  /** Wall clock, UTC ms. */
  readonly nowMs: number;
}

/**
 * Makes the backup of the day and checks it whole, page for page that of the database; then what the rotation has no place
 * for goes. Told to stop by `mayGoOn`, it leaves nothing behind within the time of a step. Throws a `StorageError`;
 * `damaged` is about the database itself. Nothing is deleted then.
 */
export async function makeDailyBackup(
  { database, folder, nowMs }: DailyBackupRequest,
  mayGoOn: MayGoOn = () => true,
): Promise<void> {
  guarded(() => mkdirSync(folder, { recursive: true }));
  const file = guarded(() => freeBackupPath(folder, 'daily', nowMs));
  const partial = `${file}.partial`;
  try {
    // A reader of its own: in WAL mode it holds up no writer, and a writer does not hold it up.
    const db = new Database(database, { readonly: true, fileMustExist: true, timeout: 5_000 });
    try {
      if (!(await copyInSteps(db, partial, mayGoOn))) return;
    } finally {
      db.close();
    }
    if (!isSound(partial, mayGoOn)) return;
    syncFile(partial);
    renameWhenFree(partial, file);
  } catch (error) {
    throw asStorageError(error);
  } finally {
    rmSync(partial, { force: true });
  }
  deleteOutdated(folder, nowMs);
}

/** False when it was told to stop. */
function isSound(file: string, mayGoOn: MayGoOn): boolean {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One file by itself, that can be read where nothing can be written.
    copy.pragma('journal_mode = DELETE');
    const detail = checkTables(copy, 'full', mayGoOn);
    if (detail === null) return false;
    if (detail !== 'ok') throw new StorageError('damaged', detail);
    return true;
  } finally {
    copy.close();
  }
}
