/**
 * Runs in the main process: one process at a time works in a data folder, be it the app or the command line.
 *
 * The lock is an exclusive transaction on a small SQLite file: the operating system lets go of it when the process ends,
 * however it ends, so there is never a stale lock to clean up.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { guarded } from '../db/connection';
import type { Time } from '../ports';
import { makeFolder } from './make-folder';
import { isFileError } from './whole-file';

const LOCK_FILE = 'in-use.lock';
/** Who holds the lock; only to name it to the next one, the lock itself is the file above. */
const HOLDER_FILE = 'in-use.json';
const RETRY_EVERY_MS = 100;

const holderSchema = z.object({ processId: z.number().int(), work: z.string() });

/** Who is working in the folder, in words for people: the app, or a command (`koppel sync`). */
export type Holder = z.output<typeof holderSchema>;

export type FolderLock =
  | { readonly held: true; readonly release: () => void }
  /** `holder` is null when it did not say who it is. */
  | { readonly held: false; readonly holder: Holder | null };

/**
 * Takes the lock of the folder, which is made when it is not there. Tries for `patienceMs`: a process that is just
 * ending needs a moment. Throws a `StorageError` when the folder cannot be written.
 */
export async function lockFolder(
  folder: string,
  work: string,
  { time, patienceMs }: { readonly time: Time; readonly patienceMs: number },
): Promise<FolderLock> {
  guarded(() => makeFolder(folder));
  const holderFile = join(folder, HOLDER_FILE);
  const deadlineMs = time.monotonicMs() + patienceMs;
  for (;;) {
    const database = guarded(() => tryLock(join(folder, LOCK_FILE)));
    if (database !== null) {
      sayWhoHolds(holderFile, { processId: process.pid, work });
      return {
        held: true,
        release: () => {
          sayWhoHolds(holderFile, null);
          database.close();
        },
      };
    }
    if (time.monotonicMs() >= deadlineMs) return { held: false, holder: readHolder(holderFile) };
    await time.sleep(RETRY_EVERY_MS);
  }
}

function tryLock(file: string): Database.Database | null {
  const database = new Database(file, { timeout: 0 });
  try {
    // Nothing is ever written, so that a disk that is full can be locked as well.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/** Null: nobody any more. Who holds it is said where that is possible; the lock does not depend on it. */
function sayWhoHolds(file: string, holder: Holder | null): void {
  try {
    if (holder === null) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify(holder));
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
