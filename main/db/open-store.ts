import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { discardUnfinished, finishReplacement } from './backups/replace-database';
import { checkTables } from './check-tables';
import { guarded, openConnection } from './connection';
import { migrate } from './migrations';
import { ensureIdentity } from './repos/company';
import { StorageError } from './storage-error';
import type { Store } from './store';
import { storeOn } from './store-on';

export interface OpenStoreOptions {
  /** Path of the database; its folder must exist. Made when it is not there. */
  readonly file: string;
  /** Wall clock, UTC ms. */
  readonly now?: () => number;
}

/**
 * Opens the database of one company in this thread: checks it, brings it to the newest version and gives it an identity.
 *
 * Throws a `NewerDatabaseError` when a newer app wrote it, and a `StorageError` when the disk refuses or the file is
 * damaged. Every method of the store throws a `StorageError` in the same way; then nothing of the step was stored.
 */
export function openStore({ file, now = Date.now }: OpenStoreOptions): Store {
  finishReplacement(file);
  discardUnfinished(file);
  // Left behind only when the last user of the file did not close it.
  const closedWell = guarded(() => fileSize(`${file}-wal`) === 0);
  const connection = openConnection(file);
  try {
    // Reads the whole file, so not at every start: what a good close left behind is verified by the daily backup.
    if (!closedWell) guarded(() => checkSound(connection.handle));
    guarded(() => migrate(connection.handle, { nowMs: now() }));
    connection.write((db) => ensureIdentity(db, now()));
  } catch (error) {
    connection.handle.close();
    throw error;
  }
  return storeOn(connection, now);
}

const fileSize = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function checkSound(db: Database.Database): void {
  const detail = checkTables(db, 'quick');
  if (detail !== null && detail !== 'ok') throw new StorageError('damaged', detail);
}
