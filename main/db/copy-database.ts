import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { renameWhenFree } from './rename-when-free';
import { StorageError } from './storage-error';
import { syncFile } from './sync-to-disk';

/**
 * Writes a whole, compact copy that can be opened by itself. The copy gets its name only after it was checked and is on
 * disk, so that a file with that name is always a good one; an older file of that name is replaced.
 */
export function copyDatabase(db: Database.Database, file: string): { readonly bytes: number } {
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    checkCopy(partial);
    syncFile(partial);
    renameWhenFree(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  return { bytes: statSync(file).size };
}

function checkCopy(file: string): void {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const detail = copy.pragma('integrity_check(1)', { simple: true });
    if (detail !== 'ok') throw new StorageError('damaged', `The copy is not sound: ${String(detail)}`);
  } finally {
    copy.close();
  }
}
