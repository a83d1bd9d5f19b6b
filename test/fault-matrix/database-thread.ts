import { join } from 'node:path';
import { buildPrograms, type BuiltPrograms } from '../chaos/build-programs';

export const DATABASE_THREAD = 'db-worker';

/** Builds the thread of the database, `DATABASE_THREAD`. */
export const buildDatabaseThread = (): Promise<BuiltPrograms> =>
  buildPrograms('fault-matrix', {
    [DATABASE_THREAD]: join(import.meta.dirname, '..', '..', 'main', 'db', 'worker.ts'),
  });
