import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Sql } from './sql';
import { asStorageError, StorageError } from './storage-error';

/** May only read. */
export interface Reader {
  /** The first row, or null. */
  readonly one: <Row>(query: Sql) => Row | null;
  readonly all: <Row>(query: Sql) => Row[];
  /** The first column of every row. */
  readonly column: <Value>(query: Sql) => Value[];
}

/** May read and write; only a transaction hands one out. */
export interface Writer extends Reader {
  /** Rows changed, and the id of the row that was inserted last. */
  readonly run: (statement: Sql) => { readonly changes: number; readonly id: number };
}

/** One open database file. Every error of the computer leaves as a `StorageError`, every bug as it is. */
export interface Connection {
  readonly read: <T>(work: (db: Reader) => T) => T;
  /** All or nothing, on disk when it returns. */
  readonly write: <T>(work: (db: Writer) => T) => T;
  /** The bare handle, for migrations and copies. */
  readonly handle: Database.Database;
  readonly close: () => void;
}

/**
 * Opens or makes the file.
 *
 * - `synchronous=FULL`: a step of the queue must survive a power cut; the addon's default in WAL mode does not promise that.
 * - `recursive_triggers=ON`: a REPLACE counts as a delete, so that it cannot pass by the triggers of the ledger.
 * - `wal_autocheckpoint=20000` (80 MB): with the default of 1000 the checkpoints take a third of a first pull.
 */
export function openConnection(file: string): Connection {
  const handle = opening(file, () => {
    // The addon's own error for this carries no code.
    if (!existsSync(dirname(file))) throw new StorageError('io', `The folder of ${file} is not there`);
    const opened = new Database(file, { timeout: 5_000 });
    try {
      opened.pragma('journal_mode = WAL');
      opened.pragma('synchronous = FULL');
      opened.pragma('foreign_keys = ON');
      opened.pragma('recursive_triggers = ON');
      opened.pragma('wal_autocheckpoint = 20000');
      opened.pragma('journal_size_limit = 67108864');
      opened.pragma('cache_size = -65536');
      opened.pragma('temp_store = MEMORY');
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });

  const statements = new Map<string, Database.Statement<unknown[]>>();
  const columnStatements = new Map<string, Database.Statement<unknown[]>>();
  const prepared = (text: string): Database.Statement<unknown[]> => {
    let statement = statements.get(text);
    if (!statement) statements.set(text, (statement = handle.prepare<unknown[]>(text)));
    return statement;
  };
  const preparedColumn = (text: string): Database.Statement<unknown[]> => {
    let statement = columnStatements.get(text);
    if (!statement) columnStatements.set(text, (statement = handle.prepare<unknown[]>(text).pluck()));
    return statement;
  };

  const reader: Reader = {
    one: <Row>(query: Sql) => (prepared(query.text).get(...query.values) as Row | undefined) ?? null,
    all: <Row>(query: Sql) => prepared(query.text).all(...query.values) as Row[],
    column: <Value>(query: Sql) => preparedColumn(query.text).all(...query.values) as Value[],
  };
  const writer: Writer = {
    ...reader,
    run: (statement) => {
      const { changes, lastInsertRowid } = prepared(statement.text).run(...statement.values);
      return { changes, id: Number(lastInsertRowid) };
    },
  };

  return {
    handle,
    read: (work) => guarded(() => work(reader)),
    write: (work) => guarded(() => handle.transaction(() => work(writer)).immediate()),
    close: () => {
      try {
        guarded(() => handle.pragma('wal_checkpoint(TRUNCATE)'));
      } catch (error) {
        // A disk without room for it: what was written is safe in the log beside the file, and is taken up at the next start.
        if (!(error instanceof StorageError)) throw error;
      } finally {
        guarded(() => handle.close());
      }
    },
  };
}

/** Runs `work`. SQLite does not tell why it could not make a file beside the database: a full disk is told apart here. */
function opening<T>(file: string, work: () => T): T {
  try {
    return guarded(work);
  } catch (error) {
    if (!(error instanceof StorageError && error.code === 'io') || hasRoom(dirname(file))) throw error;
    throw new StorageError('full', error.message, { cause: error });
  }
}

/** Room for bytes and for one more file; some file systems count no files. True when that cannot be told. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, files, ffree } = statfsSync(folder);
    return bavail > 0 && (files === 0 || ffree > 0);
  } catch {
    return true;
  }
}

/** Runs `work`; what SQLite says about the computer leaves as a `StorageError`. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStorageError(error);
  }
}
