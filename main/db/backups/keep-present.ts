import { copyFileSync, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { guarded } from '../connection';
import { copyDatabase } from '../copy-database';
import { StorageError } from '../storage-error';
import { freeBackupPath } from './backup-name';

/**
 * Keeps the present state before a backup takes its place: as a checked backup, or, when the file is damaged, as it lies
 * there, so that nothing is thrown away. Returns the path; null when there is no database. Throws a `StorageError`.
 */
export function keepPresent(database: string, folder: string, nowMs: number): string | null {
  if (!existsSync(database)) return null;
  try {
    return guarded(() => {
      const db = new Database(database, { fileMustExist: true, timeout: 5_000 });
      try {
        const file = freeBackupPath(folder, 'before-restore', nowMs);
        copyDatabase(db, file);
        return file;
      } finally {
        // The last one to close it puts everything into the one file.
        db.close();
      }
    });
  } catch (error) {
    if (!(error instanceof StorageError && error.code === 'damaged')) throw error;
    return guarded(() => keepDamaged(database, folder, nowMs));
  }
}

function keepDamaged(database: string, folder: string, nowMs: number): string {
  const file = freeBackupPath(folder, 'damaged', nowMs);
  copyFileSync(database, file);
  if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${file}-wal`);
  return file;
}
