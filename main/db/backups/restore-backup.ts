import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { guarded, openConnection } from '../connection';
import { migrate, NEWEST_VERSION } from '../migrations';
import { replaceLimits } from '../repos/limits';
import { dataBefore, knownUntilMs, markRestored, type DataBefore } from '../repos/restore';
import { NewerDatabaseError, StorageError } from '../storage-error';
import { keepPresent } from './keep-present';
import { commitReplacement, discardUnfinished, finishReplacement, restoringFile } from './replace-database';

export interface RestoreRequest {
  /** The database of the company; closed by everybody. */
  readonly database: string;
  /** Its folder of backups. */
  readonly folder: string;
  /** The backup that takes its place, here or anywhere; it is only read. */
  readonly file: string;
  /** Wall clock, UTC ms. */
  readonly nowMs: number;
}

export type RestoreOutcome =
  | {
      readonly kind: 'restored';
      /** The last moment of which something stands in the backup, UTC ms. */
      readonly backupUntilMs: number;
      /** Name of the backup of the state before; null when there was none. */
      readonly keptAs: string | null;
    }
  /** It is no database of Simon. */
  | { readonly kind: 'not-a-backup' }
  /** It holds the data of another company than the database. */
  | { readonly kind: 'of-other-company' };

/**
 * Puts a backup in the place of the database, after a backup of the present state. What is put back is checked, brought to
 * the newest version and marked as restored before it takes that place, so that nothing of it is sent before it was
 * looked up. Throws a `StorageError` (also `damaged`, for the backup) or a `NewerDatabaseError`; then the database is as
 * it was.
 */
export function restoreBackup({ database, folder, file, nowMs }: RestoreRequest): RestoreOutcome {
  finishReplacement(database);
  discardUnfinished(database);
  if (!isOurs(file)) return { kind: 'not-a-backup' };
  const before = readBefore(database);
  const restoring = restoringFile(database);
  try {
    copyWhole(file, restoring);
    const prepared = prepare(restoring, before, nowMs);
    if (prepared === null) return { kind: 'of-other-company' };
    guarded(() => mkdirSync(folder, { recursive: true }));
    const kept = keepPresent(database, folder, nowMs);
    commitReplacement(database);
    return { kind: 'restored', ...prepared, keptAs: kept && basename(kept) };
  } finally {
    discardUnfinished(database);
  }
}

function isOurs(file: string): boolean {
  return guarded(() => {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const version = db.pragma('user_version', { simple: true }) as number;
      if (version > NEWEST_VERSION) throw new NewerDatabaseError(version, NEWEST_VERSION);
      return version > 0 && db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'outbox'`).get() !== undefined;
    } finally {
      db.close();
    }
  });
}

/** With what is written and not in the file itself yet: somebody may have copied a database that was in use. */
function copyWhole(file: string, to: string): void {
  guarded(() => {
    copyFileSync(file, to);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${to}-wal`);
  });
}

/** Makes the copy ready to be worked with. Null when it holds the data of another company. */
function prepare(
  restoring: string,
  before: DataBefore | null,
  nowMs: number,
): { readonly backupUntilMs: number } | null {
  const connection = openConnection(restoring);
  try {
    checkWhole(connection.handle);
    guarded(() => migrate(connection.handle, { nowMs, isCopy: true }));
    const { databaseId } = connection.read(dataBefore);
    if (before !== null && !before.isEmpty && before.databaseId !== databaseId) return null;
    const backupUntilMs = connection.read(knownUntilMs);
    // Of another database nothing tells which numbers were handed out since.
    const known = before?.databaseId === databaseId ? before : null;
    connection.write((db) => {
      markRestored(db, known, nowMs);
      // The package still wants to be left alone, and the login in the keychain is that of now.
      if (before !== null) replaceLimits(db, before.limits);
    });
    // One file by itself: what takes a place by its name alone must not need a second file.
    guarded(() => connection.handle.pragma('journal_mode = DELETE'));
    return { backupUntilMs };
  } finally {
    connection.handle.close();
  }
}

/** Null when there is no database, or it cannot be read: the restore is there for exactly that. */
function readBefore(database: string): DataBefore | null {
  if (!existsSync(database)) return null;
  try {
    const connection = openConnection(database);
    try {
      checkWhole(connection.handle);
      return connection.read(dataBefore);
    } finally {
      connection.handle.close();
    }
  } catch {
    return null;
  }
}

function checkWhole(db: Database.Database): void {
  const detail = guarded(() => String(db.pragma('integrity_check(1)', { simple: true })));
  if (detail !== 'ok') throw new StorageError('damaged', detail);
}
