import type { Result } from '../../connectors/_kit/result';
import type { Connection, Writer } from './connection';

/** Carries an outcome out of a transaction that must not be kept. */
class Undone extends Error {
  constructor(readonly outcome: unknown) {
    super('A transaction was undone on purpose');
  }
}

/** Work in a transaction of which nothing is kept unless `keeps` says so about its outcome. */
export function undoneUnless<T>(
  write: Connection['write'],
  keeps: (outcome: Result<T>) => boolean,
  work: (db: Writer) => Result<T>,
): Result<T> {
  try {
    return write((db) => {
      const outcome = work(db);
      if (!keeps(outcome)) throw new Undone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome as Result<T>;
    throw error;
  }
}
