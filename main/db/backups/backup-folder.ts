import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../connection';
import { asStorageError, StorageError } from '../storage-error';
import { readBackupName, type BackupFile } from './backup-name';
import { outdatedBackups } from './rotation';

const EXTENSION = '.sqlite';
/** What a backup is written to until it was checked, and what SQLite keeps beside that. */
const UNFINISHED = ['.sqlite.partial', '.sqlite.partial-journal', '.sqlite.partial-wal', '.sqlite.partial-shm'];
const DAY_MS = 86_400_000;

/** The backups in the folder, newest first; none when the folder is not there. Throws a `StorageError`. */
export function backupFiles(folder: string): readonly BackupFile[] {
  return guarded(() => namesIn(folder, EXTENSION).flatMap((name) => fileOf(folder, name))).sort(
    (one, other) => other.madeAtMs - one.madeAtMs,
  );
}

/** Deletes what the rotation has no place for, and what a process that was killed left half made. */
export function deleteOutdated(folder: string, nowMs: number): void {
  for (const { name } of outdatedBackups(backupFiles(folder), nowMs)) tryDelete(join(folder, name));
  for (const name of guarded(() => UNFINISHED.flatMap((ending) => namesIn(folder, ending)))) {
    const file = join(folder, name);
    const writtenAtMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? nowMs;
    // A younger one may be on its way.
    if (nowMs - writtenAtMs > DAY_MS) tryDelete(file);
  }
}

/** A file that cannot be deleted, held by a virus scanner perhaps, stays until the next time: it does no harm. */
function tryDelete(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!(asStorageError(error) instanceof StorageError)) throw error;
  }
}

function namesIn(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function fileOf(folder: string, name: string): readonly BackupFile[] {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  if (found?.isFile() !== true) return [];
  const told = readBackupName(name) ?? { kind: 'other' as const, madeAtMs: Math.round(found.mtimeMs) };
  return [{ name, ...told }];
}
