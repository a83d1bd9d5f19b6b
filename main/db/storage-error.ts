/**
 * Why the disk or the database file refused.
 *
 * - `full`       no room on the disk
 * - `read-only`  the file or folder may not be written
 * - `busy`       another program holds the file
 * - `io`         the disk or the network drive failed to read or write
 * - `damaged`    the file is not a sound database
 * - `stopped`    the thread of the database ended
 */
export type StorageErrorCode = 'full' | 'read-only' | 'busy' | 'io' | 'damaged' | 'stopped';

/** The computer refused, not the program: nothing of the step was stored, and it may be tried again later. */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(
    readonly code: StorageErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The database was written by a newer version of the app; this one must not touch it. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';

  constructor(
    /** Version of the file. */
    readonly found: number,
    /** Newest version that this app knows. */
    readonly known: number,
  ) {
    super(`The database has version ${found}, this app knows up to ${known}`);
  }
}

/** Primary result codes, https://www.sqlite.org/rescode.html; extended codes begin with them. Then those of Node's files. */
const CODES: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
  // The memory that readers and writers share is a file, too.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_CANTOPEN', 'io'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['EBUSY', 'busy'],
  ['EIO', 'io'],
  ['ENOENT', 'io'],
  ['ENOTDIR', 'io'],
  // A file lies where a folder should be.
  ['EEXIST', 'io'],
];

/** What SQLite or the file system reports about the computer as a `StorageError`; anything else (a bug) as it is. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  const match = CODES.find(([prefix]) => code.startsWith(prefix));
  return match ? new StorageError(match[1], `${code}: ${error.message}`, { cause: error }) : error;
}
