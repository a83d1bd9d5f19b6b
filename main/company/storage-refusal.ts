import { fail, type Result } from '../../connectors/_kit/result';
import { storageProblem } from '../db/storage-problem';

/** The outcome of work on the database; a disk that refuses is an expected failure (`storage`), a bug throws on. */
export async function orStorageProblem<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const refusal = storageProblem(error);
    if (refusal === null) throw error;
    return fail(refusal);
  }
}
