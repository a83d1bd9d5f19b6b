import { problem, type Problem } from '../../connectors/_kit/problem';
import { StorageError } from '../db/storage-error';

/** The problem of an error that the disk or the database caused; null for any other error, which is a bug. */
export function storageProblem(error: unknown): Problem | null {
  return error instanceof StorageError ? problem('storage', `storage-${error.code}`) : null;
}
