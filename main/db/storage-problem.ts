import { problem, type Problem } from '../../connectors/_kit/problem';
import { StorageError } from './storage-error';

/** What the office is told when the disk or the database refused; null for anything else, which is a bug. */
export function storageProblem(error: unknown): Problem | null {
  return error instanceof StorageError ? problem('storage', `storage-${error.code}`) : null;
}
